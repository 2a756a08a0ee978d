package io.guildhall.search.index;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** What is on its way into the indexes of one cell, in bytes, so that a slow cell leaves room for all others. */
final class CellShare {
    private final LongSupplier most;
    private final AtomicLong taken = new AtomicLong();

    /** @param most bytes at this moment */
    CellShare(LongSupplier most) {
        this.most = most;
    }

    /** False, and nothing is taken, when there is no room. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) > most.getAsLong()) {
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
