package io.guildhall.guild.lobby;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;

/** One operation of lobbies, and what is done. */
record LobbyHandler(Operation operation, Action action) implements LobbyOperation {
    interface Action {
        Reply run(LobbyState lobby, Call call, Changes changes);
    }

    @Override
    public Reply handle(LobbyState lobby, Call call, Changes changes) {
        return action.run(lobby, call, changes);
    }
}
