package io.guildhall.eventlog.reading;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bounds what is under way, in bytes or in records. Who took the last of it waits until there is room again. */
public final class Room {
    private final long most;
    private long taken;
    private CompletableFuture<Void> free = CompletableFuture.completedFuture(null);

    /** @param most how much may be taken before nobody brings more */
    public Room(long most) {
        this.most = most;
    }

    /** What is taken is taken at once; completes when there is room for more. */
    synchronized CompletionStage<Void> take(long some) {
        taken += some;
        if (taken >= most && free.isDone()) {
            free = new CompletableFuture<>();
        }
        return free;
    }

    void give(long some) {
        CompletableFuture<Void> waiting = null;
        synchronized (this) {
            taken -= some;
            if (taken < most) {
                waiting = free;
            }
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    public synchronized long taken() {
        return taken;
    }
}
