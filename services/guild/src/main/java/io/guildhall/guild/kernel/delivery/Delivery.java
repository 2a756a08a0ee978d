package io.guildhall.guild.kernel.delivery;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.SessionRef;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What one ticket stands for. */
final class Delivery {
    /** Whose it is. */
    record Holder(ActorKey actor, SessionRef session) {}

    private final Holder holder;
    private final Iterator<Event> events;
    private final ReentrantLock pulling = new ReentrantLock();
    private volatile long usedAt;

    /** @param usedAt ms since 1970 */
    Delivery(Holder holder, Iterator<Event> events, long usedAt) {
        this.holder = holder;
        this.events = events;
        this.usedAt = usedAt;
    }

    Holder holder() {
        return holder;
    }

    long usedAt() {
        return usedAt;
    }

    void usedAt(long now) {
        usedAt = now;
    }

    /** Makes events until they have so many bytes together, at least one. One call at a time makes any. */
    PullReply next(int bytes) {
        pulling.lock();
        try {
            List<Event> made = new ArrayList<>();
            int size = 0;
            while (size < bytes && events.hasNext()) {
                Event event = events.next();
                made.add(event);
                size += event.getSerializedSize();
            }
            return PullReply.newBuilder()
                    .addAllEvents(made)
                    .setDone(!events.hasNext())
                    .build();
        } finally {
            pulling.unlock();
        }
    }
}
