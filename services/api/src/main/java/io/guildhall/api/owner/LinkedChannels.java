package io.guildhall.api.owner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.ActorResolver.Target;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks a channel's guild whether somebody may link the channel to a lobby, and tells the lobby which guild that is. */
@ApplicationScoped
public class LinkedChannels {
    private static final String CHANNEL_ID = "channel_id";

    private final ChannelDirectory channels;
    private final OwnerCalls owners;

    @Inject
    public LinkedChannels(ChannelDirectory channels, OwnerCalls owners) {
        this.channels = channels;
        this.owners = owners;
    }

    /** The same for every other call. */
    public Target complete(ApiCall call, Target target) {
        if (!call.operation().equals(LobbyOperations.LINK_LOBBY_CHANNEL)
                || !call.body().hasNonNull(CHANNEL_ID)) {
            return target;
        }
        String channel = call.body().path(CHANNEL_ID).asText();
        ActorKey guild = channels.find(Snowflake.parse(channel))
                .filter(owner -> owner.getKind() == ActorKind.GUILD)
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        ObjectNode question = Json.object()
                .put(CHANNEL_ID, channel)
                .put("lobby_id", call.path().get("lobby_id"))
                .put("user_id", Snowflake.format(call.caller().userId()));
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(guild)
                .setInternal(Internal.newBuilder().setStep("mayLinkLobby").setBody(Json.bytes(question)))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
        return new Target(
                target.actor(),
                target.call().toBuilder()
                        .setForwarded(outcome.getSuccess().getBody())
                        .build());
    }
}
