package io.guildhall.guild.privatechannel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.operation.Operation;

/**
 * The handler of one operation that treats private channels in a way of their own; the caller is a participant, except of those that name the
 * channel by who is in it: they say themselves for whom they are.
 */
public interface PrivateOperation {
    /** What it answers, of the operation catalogue. */
    Operation operation();

    Reply handle(PrivatePlace place, Call call, Changes changes);
}
