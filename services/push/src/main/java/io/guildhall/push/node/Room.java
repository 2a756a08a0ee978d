package io.guildhall.push.node;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bounds what is under way: whoever brings the next one waits while there are too many. */
final class Room {
    private final int most;
    private int taken;
    private CompletableFuture<Void> free = CompletableFuture.completedFuture(null);

    Room(int most) {
        this.most = most;
    }

    /** A place is taken at once; completes when there is one for the next. */
    synchronized CompletionStage<Void> enter() {
        taken++;
        if (taken >= most && free.isDone()) {
            free = new CompletableFuture<>();
        }
        return free;
    }

    void leave() {
        CompletableFuture<Void> waiting = null;
        synchronized (this) {
            taken--;
            if (taken < most) {
                waiting = free;
            }
        }
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    synchronized int taken() {
        return taken;
    }
}
