package io.guildhall.guild.kernel.actor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A bounded queue whose entries are handled one at a time, in order, on a virtual thread that lives while there are any.
 */
final class Mailbox {
    /** What became of an offer. */
    enum Offer {
        TAKEN,
        FULL,
        CLOSED
    }

    private final Deque<Work> queue = new ArrayDeque<>();
    private final int capacity;
    private final String name;
    private final Consumer<Work> handler;
    private boolean running;
    private boolean closed;

    Mailbox(int capacity, String name, Consumer<Work> handler) {
        this.capacity = capacity;
        this.name = name;
        this.handler = handler;
    }

    synchronized Offer offer(Work work) {
        if (closed) {
            return Offer.CLOSED;
        }
        boolean mayExceed = work instanceof Work.Close;
        if (queue.size() >= capacity && !mayExceed) {
            return Offer.FULL;
        }
        queue.add(work);
        if (!running) {
            running = true;
            Thread.ofVirtual().name(name).start(this::drain);
        }
        return Offer.TAKEN;
    }

    /** Takes nothing more; returns what was waiting. */
    synchronized List<Work> close() {
        closed = true;
        List<Work> left = new ArrayList<>(queue);
        queue.clear();
        return left;
    }

    synchronized int size() {
        return queue.size();
    }

    synchronized boolean isIdle() {
        return !running;
    }

    private synchronized Work next() {
        Work work = queue.poll();
        running = work != null;
        return work;
    }

    private void drain() {
        for (Work work = next(); work != null; work = next()) {
            handler.accept(work);
        }
    }
}
