package io.guildhall.guild.call;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import java.util.List;

/**
 * The handler of one operation of a guild, found by the operation's name. Before it runs, the caller was found to be a
 * member with the permissions that the operation declares; afterwards the audit log entry is written.
 */
public interface GuildOperation {
    /** What it answers, of the operation catalogue. */
    Operation operation();

    /**
     * Checks what the declaration can't say, and only then changes the guild through {@code GuildEdits} and collects what
     * else must be written and told.
     */
    Reply handle(GuildState guild, Call call, Changes changes);

    /** True when the caller need not be a member; the handler then checks everything itself. */
    default boolean openToStrangers() {
        return false;
    }

    /**
     * Reads that the handler will make, as the call alone tells; they are made while the call waits for its turn. Not checked in any
     * way before that: what is malformed is left out.
     */
    default List<ReadRequest> foreseen(long guildId, RestCall call) {
        return List.of();
    }
}
