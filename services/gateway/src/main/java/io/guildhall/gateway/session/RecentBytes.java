package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The events that came to this node last, up to a number of bytes: all that its sessions may hold together. Each event is counted once,
 * however many sessions share it, and has its place among the bytes that came. When enough came after it, it has passed, and whoever holds it
 * lets go of it. So the bound needs to know of no holders: no session holds an event that came before the last so many bytes, but for the one they end in.
 */
public final class RecentBytes {
    private final long most;
    private final AtomicLong came = new AtomicLong();

    /** @param most bytes of events, each with what it costs to keep it */
    public RecentBytes(long most) {
        this.most = most;
    }

    /**
     * Counts an event that is new, and one that has passed and is to be held once more. Two lanes that get it at once may both count it: the
     * bound then holds a little earlier.
     */
    void count(Dispatch event) {
        if (event.place() == 0 || passed(event)) {
            event.placeAt(came.addAndGet(event.weight()));
        }
    }

    /** True when so much came after the event that nobody may hold it any longer. */
    boolean passed(Dispatch event) {
        return came.get() - event.place() > most;
    }

    /** False while nothing can have passed. */
    public boolean full() {
        return came.get() > most;
    }
}
