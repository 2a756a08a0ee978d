package io.guildhall.guild.user;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;

/** The handler of one operation of a user or of a bot's application, found by the operation's name. */
public interface UserOperation {
    /** What it answers, of the operation catalogue. */
    Operation operation();

    /** The user is not always the caller: an operation may be about another user, or about somebody's application. */
    Reply handle(UserState user, Call call, Changes changes);
}
