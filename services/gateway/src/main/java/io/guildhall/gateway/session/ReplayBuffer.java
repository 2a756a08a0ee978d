package io.guildhall.gateway.session;

import io.guildhall.gateway.wire.Dispatch;

/**
 * The dispatches of one session with consecutive sequence numbers, the newest last: what RESUME replays and what still
 * waits to be written. Holds references only; the events are shared. Grows by doubling and shrinks when it empties, so that an idle
 * session pays for nothing. Whoever adds keeps it within bounds by {@link #dropFirst}.
 */
public final class ReplayBuffer {
    private static final int FIRST_CAPACITY = 4;

    private static final Dispatch[] EMPTY = {};

    private Dispatch[] ring = EMPTY;
    private int head;
    private int count;
    private long firstSequence = 1;
    private long weight;

    /** Appends the event that follows {@link #lastSequence()}. */
    public void add(Dispatch dispatch) {
        if (count == ring.length) {
            grow();
        }
        ring[(head + count) & (ring.length - 1)] = dispatch;
        count++;
        weight += dispatch.weight();
    }

    public Dispatch get(long sequence) {
        long offset = sequence - firstSequence;
        if (offset < 0 || offset >= count) {
            throw new IllegalArgumentException("sequence " + sequence + " is not held");
        }
        return ring[(head + (int) offset) & (ring.length - 1)];
    }

    /** Forgets the oldest event. */
    public void dropFirst() {
        Dispatch dropped = ring[head];
        ring[head] = null;
        weight -= dropped.weight();
        head = (head + 1) & (ring.length - 1);
        count--;
        firstSequence++;
        if (count == 0) {
            ring = EMPTY;
            head = 0;
        }
    }

    /** Forgets the events up to this sequence number. */
    void dropUpTo(long sequence) {
        while (count > 0 && firstSequence <= sequence) {
            dropFirst();
        }
    }

    /** Forgets the oldest events while there are too many, or while they have passed; never those after {@code free}. */
    void trim(long free, Lane lane) {
        SessionLimits limits = lane.limits();
        while (count > 0
                && firstSequence <= free
                && (count > limits.replayEvents()
                        || weight > limits.replayBytes()
                        || lane.recent().passed(ring[head]))) {
            dropFirst();
        }
    }

    /** Continues after another session's sequence: the first event added gets {@code next}. Only while empty. */
    public void startAt(long next) {
        if (count != 0) {
            throw new IllegalStateException("not empty");
        }
        firstSequence = next;
    }

    /** The oldest sequence number held; one more than the last when nothing is. */
    public long firstSequence() {
        return firstSequence;
    }

    public long lastSequence() {
        return firstSequence + count - 1;
    }

    public int count() {
        return count;
    }

    /** Bytes of all events held, each counted as if it were this session's alone. */
    public long weight() {
        return weight;
    }

    private void grow() {
        Dispatch[] larger = new Dispatch[Math.max(FIRST_CAPACITY, ring.length * 2)];
        for (int index = 0; index < count; index++) {
            larger[index] = ring[(head + index) & (ring.length - 1)];
        }
        ring = larger;
        head = 0;
    }

    /** True when everything after this sequence number can be sent again. */
    public boolean canReplayFrom(long lastReceived) {
        return lastReceived >= firstSequence() - 1 && lastReceived <= lastSequence();
    }
}
