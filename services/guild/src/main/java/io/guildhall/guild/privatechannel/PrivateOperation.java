package io.guildhall.guild.privatechannel;

import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.actor.Reply;
import io.guildhall.guild.call.Call;

/** The handler of one operation that treats private channels in a way of their own; the caller is a participant. */
interface PrivateOperation {
    /** The name in the operation catalogue. */
    String operation();

    Reply handle(PrivatePlace place, Call call, Changes changes);
}
