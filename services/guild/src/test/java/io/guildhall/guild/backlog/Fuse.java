package io.guildhall.guild.backlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Burns at one step of many; from then on nothing that a node does has an effect. */
final class Fuse {
    private final int length;
    private final AtomicInteger steps = new AtomicInteger();
    private final CompletableFuture<Void> burnt = new CompletableFuture<>();

    Fuse(int length) {
        this.length = length;
    }

    static Fuse endless() {
        return new Fuse(Integer.MAX_VALUE);
    }

    /** Another step. True from the one on at which it burns. */
    boolean burns() {
        if (steps.incrementAndGet() >= length) {
            burn();
        }
        return hasBurnt();
    }

    void burn() {
        burnt.complete(null);
    }

    boolean hasBurnt() {
        return burnt.isDone();
    }

    CompletionStage<Void> whenBurnt() {
        return burnt;
    }
}
