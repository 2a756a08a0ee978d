package io.guildhall.guild.kernel.actor;

/** An epoch that this node claimed, and when it last was known to be the last one. Safe for threads. */
final class Claimed {
    private final long epoch;
    private volatile long knownAt;

    /** @param now in milliseconds */
    Claimed(long epoch, long now) {
        this.epoch = epoch;
        this.knownAt = now;
    }

    long epoch() {
        return epoch;
    }

    long knownAt() {
        return knownAt;
    }

    /**
     * It was the last one at this time: the store said so, or a write of it that was submitted then has been acknowledged, in which case
     * whoever acknowledged it may have heard so a little before.
     */
    void known(long at) {
        knownAt = at;
    }
}
