package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.observability.process.Guard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts a home's stored messages into the index, once, on a thread of its own. */
final class HomeBuild {
    private final MessageIndex index;
    private final long home;
    private final History history;
    private final Semaphore turns;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean spoiled;
    private volatile boolean stopped;

    /** @param turns of those that read at one time */
    HomeBuild(MessageIndex index, long home, History history, Semaphore turns) {
        this.index = index;
        this.home = home;
        this.history = history;
        this.turns = turns;
    }

    /** @param afterwards run when it ended, either way, before anybody is told */
    void startOnce(Runnable afterwards) {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("message-index-" + home).start(() -> run(afterwards));
        }
    }

    /** What it put in is about to be forgotten: it does not make the home complete. */
    synchronized HomeBuild spoiled() {
        spoiled = true;
        return this;
    }

    /** Completes when it ended, and fails when it could not be done. */
    CompletableFuture<?> done() {
        return done;
    }

    /** Ends it before it is through, and returns when it has ended. */
    void stop() {
        stopped = true;
        if (started.get()) {
            done.handle((made, failure) -> made).join();
        }
    }

    private void put(List<MessageDocument> page) {
        if (stopped) {
            throw new IllegalStateException("the process ends");
        }
        index.apply(page.stream()
                .<Change>map(document -> new Change.Put(document, Version.STORED))
                .toList());
    }

    private synchronized void complete() {
        if (!spoiled) {
            index.complete(home);
        }
    }

    private void run(Runnable afterwards) {
        Throwable failure = null;
        try {
            turns.acquire();
            try {
                history.read(home, this::put);
            } finally {
                turns.release();
            }
            complete();
            index.commit();
        } catch (Throwable broken) {
            Guard.PROCESS.check(broken);
            failure = broken;
        }
        Guard.PROCESS.run("What follows when messages are in the index", afterwards);
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
