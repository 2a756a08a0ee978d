package io.guildhall.guild.lobby;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;

/** The handler of one operation of lobbies; the caller is of the application that made the lobby. */
public interface LobbyOperation {
    /** What it answers, of the operation catalogue. */
    Operation operation();

    Reply handle(LobbyState lobby, Call call, Changes changes);
}
