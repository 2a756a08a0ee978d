package io.guildhall.guild.call;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.operation.Operation;

/**
 * The handler of one operation of a channel when that channel is a thread. Declared permissions are checked before it runs;
 * afterwards the audit log entry is written.
 */
public interface ThreadOperation {
    /** What it answers, of the operation catalogue. */
    Operation operation();

    Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes);
}
