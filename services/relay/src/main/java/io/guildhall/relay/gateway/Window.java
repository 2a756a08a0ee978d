package io.guildhall.relay.gateway;

import io.guildhall.model.rpc.RelayFrame;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Frames that a gateway node has not acknowledged, oldest first. Bounded in number and bytes, without exception. Not safe for
 * threads.
 */
final class Window {
    private final int mostFrames;
    private final long mostBytes;
    private final Deque<Sent> unacknowledged = new ArrayDeque<>();
    private long bytes;
    private long lastNumber;

    /** A frame with the number it has on the present stream. */
    static final class Sent {
        private final RelayFrame.Builder frame;
        private final Receipt receipt;
        private final Instant since;
        private final int size;
        private RelayFrame numbered;

        private Sent(RelayFrame.Builder frame, Receipt receipt, Instant since) {
            this.frame = frame;
            this.receipt = receipt;
            this.since = since;
            this.size = size(frame);
        }

        RelayFrame frame() {
            return numbered;
        }

        Receipt receipt() {
            return receipt;
        }
    }

    Window(int mostFrames, long mostBytes) {
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
    }

    /** Bytes of a frame as they count here. */
    static int size(RelayFrame.Builder frame) {
        return frame.getDeliveriesOrBuilderList().stream()
                .mapToInt(delivery -> delivery.getPayload().size() + 8 * delivery.getSessionsCount())
                .sum();
    }

    /** The frame with its number; empty when the window is full. */
    Optional<Sent> add(RelayFrame.Builder frame, Receipt receipt, Instant now) {
        Sent sent = new Sent(frame, receipt, now);
        if (!fits(sent)) {
            return Optional.empty();
        }
        number(sent);
        unacknowledged.addLast(sent);
        bytes += sent.size;
        return Optional.of(sent);
    }

    /** Takes out every frame up to this number: they were acknowledged. */
    List<Sent> acknowledge(long number) {
        List<Sent> acknowledged = new ArrayList<>(1);
        while (!unacknowledged.isEmpty() && unacknowledged.peekFirst().numbered.getNumber() <= number) {
            Sent sent = unacknowledged.removeFirst();
            bytes -= sent.size;
            acknowledged.add(sent);
        }
        return acknowledged;
    }

    /** Numbers everything anew from 1, for a new stream, and returns it. */
    List<Sent> restart() {
        lastNumber = 0;
        unacknowledged.forEach(this::number);
        return List.copyOf(unacknowledged);
    }

    List<Sent> clear() {
        List<Sent> left = List.copyOf(unacknowledged);
        unacknowledged.clear();
        bytes = 0;
        return left;
    }

    int size() {
        return unacknowledged.size();
    }

    /** Of all frames that are not acknowledged. */
    long bytes() {
        return bytes;
    }

    private boolean fits(Sent sent) {
        return unacknowledged.size() < mostFrames && bytes + sent.size <= mostBytes;
    }

    /** Since when the oldest frame waits. */
    Optional<Instant> oldest() {
        return Optional.ofNullable(unacknowledged.peekFirst()).map(sent -> sent.since);
    }

    private void number(Sent sent) {
        sent.numbered = sent.frame.setNumber(++lastNumber).build();
    }
}
