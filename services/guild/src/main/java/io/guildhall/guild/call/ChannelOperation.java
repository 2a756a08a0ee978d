package io.guildhall.guild.call;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;

/**
 * The handler of one operation that works in a guild's channel and in a private channel alike: messages, reactions, pins,
 * typing. Declared permissions are checked before it runs.
 */
public interface ChannelOperation {
    /** The name in the operation catalogue. */
    String operation();

    Reply handle(Place place, Call call, Changes changes);
}
