package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Frames for which a gateway node's window has no room yet, in their order: parts of what somebody missed, and what came behind those.
 * The former are bounded by their owners, each of which is told that a frame is taken in only when all of it has left here; the
 * latter here, like the window. Not safe for threads.
 */
final class Backlog {
    private final int mostFrames;
    private final long mostBytes;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int behind;
    private long bytesBehind;

    /**
     * A frame that waits.
     *
     * @param entered called when it waits no more, because it is on its way or because nobody waits for it
     */
    record Waiting(RelayFrame.Builder frame, Receipt receipt, Instant since, Runnable entered) {
        boolean missed() {
            return frame.getBacklog();
        }
    }

    /** @param mostFrames and bytes of what was not missed but came behind it */
    Backlog(int mostFrames, long mostBytes) {
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** False when the frame may not wait: it is no part of what somebody missed, and stands behind none, or behind too much. */
    boolean add(Waiting frame) {
        int size = Window.size(frame.frame());
        if (!frame.missed()) {
            if (waiting.isEmpty() || behind >= mostFrames || bytesBehind + size > mostBytes) {
                return false;
            }
            behind++;
            bytesBehind += size;
        }
        waiting.addLast(frame);
        return true;
    }

    /** Takes out what is taken there, from the first to the last before one that is not. */
    void drain(Predicate<Waiting> taker) {
        while (!waiting.isEmpty() && taker.test(waiting.peekFirst())) {
            Waiting taken = waiting.removeFirst();
            if (!taken.missed()) {
                behind--;
                bytesBehind -= Window.size(taken.frame());
            }
        }
    }

    List<Waiting> clear() {
        List<Waiting> left = List.copyOf(waiting);
        waiting.clear();
        behind = 0;
        bytesBehind = 0;
        return left;
    }

    /** Since when the oldest frame waits. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(waiting.peekFirst()).map(Waiting::since);
    }
}
