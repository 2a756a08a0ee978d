package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says in a channel that it follows another one from now on. */
@Singleton
public final class FollowNotice {
    private final MessageWriter writer;

    FollowNotice(MessageWriter writer) {
        this.writer = writer;
    }

    /**
     * @param who had it follow
     * @param name what the follower is called, by what it follows
     * @param source the channel that is followed, and its guild
     */
    public void send(Place place, User who, long userId, String name, JsonNode source, Changes changes) {
        RowEdit notice = writer.begin(place, who, userId, MessageType.FOLLOW_NOTICE)
                .set(Messages.CONTENT, name)
                .set(
                        Messages.REFERENCE,
                        Json.bytes(Json.object()
                                .put("type", 0)
                                .put(
                                        "channel_id",
                                        source.at("/source_channel/id").asText())
                                .put("guild_id", source.at("/source_guild/id").asText())));
        writer.send(place, notice, Optional.empty(), null, changes);
    }
}
