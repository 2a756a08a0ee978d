package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.ChannelStep;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.catalogue.Interactions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An application should have answered by now: else the person is told that it has not. */
@Singleton
public final class InteractionDue implements ChannelStep {
    private static final String STEP = "interactionDue";
    private static final String INTERACTION_ID = "interaction_id";

    static void after(Duration pause, Place place, long interactionId, Changes changes) {
        ActorKey owner = ActorKey.newBuilder()
                .setKind(place.guildId().isPresent() ? ActorKind.GUILD : ActorKind.PRIVATE_CHANNEL)
                .setId(place.guildId().orElse(place.channelId()))
                .build();
        changes.stepLater(
                owner,
                STEP,
                Json.object()
                        .put(CHANNEL_ID, Snowflake.format(place.channelId()))
                        .put(INTERACTION_ID, Snowflake.format(interactionId)),
                pause);
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public List<ReadRequest> foreseen(JsonNode body) {
        return List.of(StoredInteraction.read(id(body, CHANNEL_ID), id(body, INTERACTION_ID)));
    }

    @Override
    public Reply handle(Place place, JsonNode body, Changes changes) {
        Optional<StoredInteraction> waiting = StoredInteraction.find(place, id(body, INTERACTION_ID))
                .filter(interaction -> interaction.status() == StoredInteraction.WAITING);
        waiting.ifPresent(interaction -> {
            changes.write(interaction
                    .write()
                    .set(Interactions.STATUS, StoredInteraction.FAILED)
                    .build());
            new InteractionEvents(place, changes).failed(interaction);
        });
        return Reply.noContent();
    }

    private static long id(JsonNode body, String field) {
        return Snowflake.parse(body.path(field).asText("0"));
    }
}
