package io.guildhall.guild.call;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;

/**
 * The handler of one operation of a guild, found by the operation's name. Before it runs, the caller was found to be a
 * member with the permissions that the operation declares; afterwards the audit log entry is written.
 */
public interface GuildOperation {
    /** The name in the operation catalogue. */
    String operation();

    /**
     * Checks what the declaration can't say, and only then changes the guild through {@code GuildEdits} and collects what
     * else must be written and told.
     */
    Reply handle(GuildState guild, Call call, Changes changes);

    /** True when the caller need not be a member; the handler then checks everything itself. */
    default boolean openToStrangers() {
        return false;
    }
}
