package io.guildhall.guild.kernel.log;

/** Something that several have to hear, and have heard in part. Used by one thread at a time. */
@FunctionalInterface
public interface OverdueNotice {
    /**
     * Tells those who have not heard yet. Must not block, and needs neither the store nor discovery: one of them is what is away.
     *
     * @return false when some can't be told now; it is called again soon
     */
    boolean tell();
}
