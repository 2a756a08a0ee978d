package io.guildhall.api.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.ApplicationActing;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.identity.StorageAccess;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.UserFlag;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Lobbies;
import io.guildhall.model.table.catalogue.LobbyMembers;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Invites into the guild of the channel that a lobby is linked to. Everybody in the lobby gets one, by Discord's documentation of linked channels. */
@ApplicationScoped
public class LobbyInvites {
    private final StorageAccess storage;
    private final OwnerCalls owners;

    @Inject
    public LobbyInvites(StorageAccess storage, OwnerCalls owners) {
        this.storage = storage;
        this.owners = owners;
    }

    /**
     * The code of a new one, as {@code {"code": …}}.
     *
     * @throws ApiException 10031 for a lobby of another application, 50001 for who is not in it, 10003 when it is linked to no channel, 50229
     *     for a provisional account, which is in no guild
     */
    JsonNode make(ApiCall call, long userId) {
        long lobby = Snowflake.parse(call.path().get("lobby_id"));
        RowView row = row(Read.row(Lobbies.TABLE, lobby))
                .filter(found -> found.get(Lobbies.APPLICATION_ID, 0L) == ApplicationActing.application(call.caller()))
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_LOBBY));
        if (row(Read.row(LobbyMembers.TABLE, lobby, userId)).isEmpty()) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        long flags = row(Read.row(Users.TABLE, userId))
                .map(user -> user.get(Users.FLAGS, 0L))
                .orElse(0L);
        if ((flags & UserFlag.PROVISIONAL_ACCOUNT) != 0) {
            throw ApiException.of(ErrorCode.INVALID_USER_TYPE);
        }
        long channel = row.find(Lobbies.LINKED_CHANNEL).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
        JsonNode question = Json.object()
                .put("lobby_id", Snowflake.format(lobby))
                .put("channel_id", Snowflake.format(channel))
                .put("user_id", Snowflake.format(userId));
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(row.get(Lobbies.LINKED_GUILD)))
                .setInternal(Internal.newBuilder().setStep("inviteFromLobby").setBody(Json.bytes(question)))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
        return Json.parse(outcome.getSuccess().getBody());
    }

    private Optional<RowView> row(ReadRequest read) {
        return storage.row(read).await().indefinitely();
    }
}
