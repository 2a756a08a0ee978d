package io.guildhall.guild.kernel.log;

import io.guildhall.model.rpc.Command;
import java.util.List;

/** Hears of messages to an actor that have waited for so long that those who listen to it must not be left to wait silently. */
@FunctionalInterface
public interface Overdue {
    /** For where nobody listens, or nobody cares. */
    Overdue NOBODY_WAITS = messages -> true;

    /**
     * Must not block, and needs neither the store nor discovery: one of them is what is away.
     *
     * @param messages to one actor, in order
     * @return false when it can't be told now; it is asked again soon
     */
    boolean tell(List<Command> messages);
}
