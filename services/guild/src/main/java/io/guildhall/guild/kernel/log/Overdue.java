package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.Command;
import java.util.List;

/**
 * Hears of messages to an actor that have waited for so long that those who listen to it must not be left to wait silently, and again while
 * they go on waiting, for those who have begun to listen meanwhile.
 */
@FunctionalInterface
public interface Overdue {
    /** For where nobody listens, or nobody cares. */
    Overdue NOBODY_WAITS = messages -> () -> true;

    /**
     * What tells them. Must not block.
     *
     * @param messages to one actor, in order
     */
    OverdueNotice of(List<Command> messages);
}
