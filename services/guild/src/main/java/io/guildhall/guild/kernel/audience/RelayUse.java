package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** One actor's use of one relay: the stream, and how far the relay has got. */
final class RelayUse {
    private final RelayLink link;
    private final AtomicReference<Position> acknowledged;
    private final long begunAt;
    private final long firstNumber;
    private final LongConsumer onDelivered;
    /** The event that is being timed, if any: one at a time, so that timing costs the same however many events there are. */
    private final AtomicReference<Timed> timed = new AtomicReference<>();

    private record Timed(Position position, long nanos) {}

    /**
     * @param firstNumber of the frame with which this use began
     * @param onDelivered told the nanoseconds from an event's place in the relay's line until it was acknowledged
     */
    RelayUse(RelayLink link, Position start, long begunAt, long firstNumber, LongConsumer onDelivered) {
        this.link = link;
        this.begunAt = begunAt;
        this.firstNumber = firstNumber;
        this.onDelivered = onDelivered;
        this.acknowledged = new AtomicReference<>(start);
    }

    /** ms since 1970. */
    long begunAt() {
        return begunAt;
    }

    /** Whether a frame of this number belongs to this use; those of earlier uses may still be spoken of. */
    boolean includes(long number) {
        return number == 0 || number >= firstNumber;
    }

    RelayLink link() {
        return link;
    }

    /** Everything up to here reached the gateways. */
    Position acknowledged() {
        return acknowledged.get();
    }

    /** False when it does not fit. */
    boolean send(Position position, OwnerFrame event) {
        if (timed.get() == null) {
            timed.set(new Timed(position, System.nanoTime()));
        }
        return link.offer(event);
    }

    void acknowledge(Position position) {
        acknowledged.accumulateAndGet(position, Positions::later);
        Timed sent = timed.get();
        if (sent != null && !Positions.after(sent.position(), position) && timed.compareAndSet(sent, null)) {
            onDelivered.accept(System.nanoTime() - sent.nanos());
        }
    }
}
