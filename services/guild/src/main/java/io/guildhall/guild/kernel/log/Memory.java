package io.guildhall.guild.kernel.log;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What the readers of all logs of a node may keep of entries that wait, in bytes. A reader that gets none keeps nothing but
 * its place and reads the entries from the store when it can go on.
 */
final class Memory {
    private final long capacity;
    private final AtomicLong used = new AtomicLong();

    Memory(long capacity) {
        this.capacity = capacity;
    }

    boolean tryTake(long bytes) {
        if (used.addAndGet(bytes) <= capacity) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    /** Takes in any case: every reader may hold one entry, or it would never go on. */
    void take(long bytes) {
        used.addAndGet(bytes);
    }

    long used() {
        return used.get();
    }

    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }
}
