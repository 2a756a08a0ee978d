package io.guildhall.storage.embedded;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVStore;

/**
 * Keeps the pages of one checkpoint, and of everything since, from being overwritten. Held once by the engine until the
 * next checkpoint, and by every reader that began meanwhile.
 */
final class Pin {
    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final AtomicInteger holders = new AtomicInteger(1);

    Pin(MVStore store) {
        this.store = store;
        this.usage = store.registerVersionUsage();
    }

    /** False when it is free already: take the engine's next one. */
    boolean tryHold() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            store.deregisterVersionUsage(usage);
        }
    }
}
