package io.guildhall.messageindex.embedded;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.MessageIndex;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.MessageDocument;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts a home's stored messages into the index, once, on a thread of its own. */
final class HomeBuild {
    private final MessageIndex index;
    private final long home;
    private final History history;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile boolean spoiled;
    private volatile boolean stopped;

    private HomeBuild(MessageIndex index, long home, History history) {
        this.index = index;
        this.home = home;
        this.history = history;
    }

    static HomeBuild of(MessageIndex index, long home, History history) {
        return new HomeBuild(index, home, history);
    }

    /** @param afterwards run when it ended, either way, before anybody is told */
    void startOnce(Runnable afterwards) {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("message-index-" + home).start(() -> run(afterwards));
        }
    }

    /** What it put in may have been forgotten meanwhile: it does not make the home complete. */
    HomeBuild spoiled() {
        spoiled = true;
        return this;
    }

    /** Ends it before it is through, and returns when it has ended. */
    void stop() {
        stopped = true;
        if (started.get()) {
            done.handle((made, failure) -> made).join();
        }
    }

    /** False when it goes on for longer. */
    boolean await(Duration patience) {
        try {
            done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the index can't be made", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
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

    private void run(Runnable afterwards) {
        Throwable failure = null;
        try {
            history.read(this::put);
            if (!spoiled) {
                index.complete(home);
            }
            index.commit();
        } catch (RuntimeException | Error broken) {
            failure = broken;
        }
        afterwards.run();
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }
}
