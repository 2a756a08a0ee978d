package io.guildhall.search.route;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Room for so many bytes. Who took too much waits until there is room again. */
final class Room {
    private final long most;
    private long taken;
    private CompletableFuture<Void> free = CompletableFuture.completedFuture(null);

    Room(long most) {
        this.most = most;
    }

    /** What is taken is taken at once; completes when there is room for more. */
    synchronized CompletionStage<Void> take(long bytes) {
        taken += bytes;
        if (taken > most && free.isDone()) {
            free = new CompletableFuture<>();
        }
        return free;
    }

    void give(long bytes) {
        CompletableFuture<Void> waiting = null;
        synchronized (this) {
            taken -= bytes;
            if (taken <= most) {
                waiting = free;
            }
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    synchronized long taken() {
        return taken;
    }
}
