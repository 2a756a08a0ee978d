package io.guildhall.guild.lobby;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import io.guildhall.model.rpc.Caller;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.LobbyMemberships;

/** Lobbies that somebody leaves without asking for it themselves. */
public final class LeftLobbies {
    private LeftLobbies() {}

    /** All that somebody is in of one application's. */
    public static void leaveAll(UserState user, long application, Changes changes) {
        Read theirs = Read.from(LobbyMemberships.TABLE, application, user.id());
        user.context().storage().read(LobbyMemberships.TABLE, theirs.build()).stream()
                .map(row -> row.get(LobbyMemberships.LOBBY_ID))
                .forEach(lobby -> leave(user.id(), application, lobby, changes));
    }

    static void leave(long userId, long application, long lobby, Changes changes) {
        changes.tell(
                Keys.lobby(lobby),
                Command.newBuilder()
                        .setRest(RestCall.newBuilder()
                                .setOperation(LobbyOperations.LEAVE_LOBBY.name())
                                .setCaller(Caller.newBuilder().setUserId(userId).setApplicationId(application))
                                .putPath("lobby_id", Snowflake.format(lobby))));
    }
}
