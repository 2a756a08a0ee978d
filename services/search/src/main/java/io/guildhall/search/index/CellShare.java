package io.guildhall.search.index;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What is on its way into the indexes of one cell, in bytes, so that a slow cell leaves room for all others. The last that comes in may go beyond
 * what is its part, once: where cells have small parts one record can be larger than any of them, and nothing behind it would ever be indexed.
 */
final class CellShare {
    private final LongSupplier most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most bytes at this moment */
    CellShare(LongSupplier most) {
        this.most = most;
    }

    /** False, and nothing is taken, when there is no room left. */
    boolean take(long bytes) {
        if (taken.getAndAdd(bytes) >= most.getAsLong()) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
