package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.log.ListedActor;
import io.guildhall.observability.process.Guard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A bounded queue whose entries are handled one at a time, in order, on a virtual thread that lives while there are any. An
 * entry whose handling throws, an Error too, is answered as broken and the next one is handled.
 */
final class Mailbox {
    /** What became of an offer. */
    enum Offer {
        TAKEN,
        FULL,
        CLOSED
    }

    private static final Logger LOG = Logger.getLogger(Mailbox.class);

    /** How many waiting entries are looked ahead at. */
    static final int AHEAD = 64;

    private final Deque<Work> queue = new ArrayDeque<>();
    /** Those at the end of the queue that were not looked ahead at. */
    private final Deque<Work> unseen = new ArrayDeque<>();

    private final int capacity;
    private final String name;
    private final Consumer<Work> ahead;
    private final Consumer<Work> handler;
    private final Guard guard;
    private boolean running;
    private boolean closed;

    /**
     * @param ahead told of an entry that has to wait, before its turn, when no more than {@link #AHEAD} are before it; must not block
     */
    Mailbox(int capacity, String name, Consumer<Work> ahead, Consumer<Work> handler, Guard guard) {
        this.capacity = capacity;
        this.name = name;
        this.ahead = ahead;
        this.handler = handler;
        this.guard = guard;
    }

    synchronized Offer offer(Work work) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (queue.size() >= capacity && !mayExceed(work)) {
            return Offer.FULL;
        }
        queue.add(work);
        if (running) {
            unseen.add(work);
            lookAhead();
        } else {
            Thread.ofVirtual().name(name).start(this::drain);
            running = true;
        }
        return Offer.TAKEN;
    }

    /** What comes from the kernel itself, at most a few at a time. */
    private static boolean mayExceed(Work work) {
        return switch (work) {
            case Work.Run run -> false;
            case Work.Deliver deliver -> false;
            case Work.Settle settle -> true;
            case Work.Close close -> true;
            case Work.Lost lost -> true;
            // Whatever is sent in the old epoch brings another.
            case Work.Stale stale -> false;
        };
    }

    /** Takes nothing more; returns what was waiting. */
    synchronized List<Work> close() {
        closed = true;
        List<Work> left = new ArrayList<>(queue);
        queue.clear();
        unseen.clear();
        return left;
    }

    synchronized int size() {
        return queue.size();
    }

    synchronized boolean isIdle() {
        return !running;
    }

    private synchronized Work next() {
        if (queue.size() == unseen.size()) {
            unseen.poll();
        }
        Work work = queue.poll();
        running = work != null;
        lookAhead();
        return work;
    }

    private void lookAhead() {
        while (!unseen.isEmpty() && queue.size() - unseen.size() < AHEAD) {
            Work work = unseen.poll();
            guard.run("Looking ahead", () -> ahead.accept(work));
        }
    }

    private void drain() {
        for (Work work = next(); work != null; work = next()) {
            handle(work);
        }
    }

    /** Whatever the handler throws, who waits for this work hears of it and the next is handled. */
    private void handle(Work work) {
        guard.run(() -> handler.accept(work), failure -> {
            switch (work) {
                case Work.Run run -> run.outcome().complete(Outcomes.broken());
                case Work.Settle settle -> {}
                case Work.Deliver(ListedActor listed, CompletableFuture<Void> begun) -> begun.complete(null);
                case Work.Close(CompletableFuture<List<Work>> left) -> left.complete(close());
                case Work.Lost lost -> {}
                case Work.Stale stale -> {}
            }
            LOG.errorf(failure, "%s: one command failed; the rest goes on", name);
        });
    }
}
