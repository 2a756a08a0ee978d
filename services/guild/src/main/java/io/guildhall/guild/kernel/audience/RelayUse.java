package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.OwnerFrame;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.SessionRef;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** One actor's use of one relay: the stream, and how far the relay has got. */
final class RelayUse {
    private final RelayLink link;
    private final AtomicReference<Position> acknowledged;
    private final long begunAt;
    private final long firstNumber;
    private final LongConsumer onDelivered;
    private final AtomicLong acknowledgedFrame = new AtomicLong();
    /** Those on their way, in order. Until they arrive, their sessions have less than the others that the relay serves. */
    private final Deque<Joining> joining = new ConcurrentLinkedDeque<>();
    /** The event that is being timed, if any: one at a time, so that timing costs the same however many events there are. */
    private final AtomicReference<Timed> timed = new AtomicReference<>();

    private record Timed(Position position, long nanos) {}

    /**
     * Sessions on their way to the relay.
     *
     * @param frame the number of the last frame that tells of them
     * @param resumeAfter what they have
     */
    private record Joining(long frame, Position resumeAfter, Set<SessionRef> sessions) {}

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

    /** Everything up to here reached the gateways, for every session that the relay was told of. */
    Position acknowledged() {
        return joining.stream().map(Joining::resumeAfter).reduce(acknowledged.get(), Positions::earlier);
    }

    /** Sessions that have everything up to a position were told of in frames of which this is the last. */
    void joining(long lastFrame, Position resumeAfter, Set<SessionRef> sessions) {
        joining.addLast(new Joining(lastFrame, resumeAfter, Set.copyOf(sessions)));
        joined(acknowledgedFrame.get());
    }

    /** Whether the relay lost a session in the end, having said so after this frame: it has not when the session joined by a later one. */
    boolean lost(SessionRef session, long frame) {
        return frame == 0
                || includes(frame)
                        && joining.stream()
                                .noneMatch(later -> later.frame() > frame
                                        && later.sessions().contains(session));
    }

    /** False when it does not fit. */
    boolean send(Position position, OwnerFrame event) {
        if (timed.get() == null) {
            timed.set(new Timed(position, System.nanoTime()));
        }
        return link.offer(event);
    }

    /** @param frame the last that reached the gateways; 0 when the relay does not say, as those of earlier releases */
    void acknowledge(Position position, long frame) {
        if (!includes(frame)) {
            return;
        }
        joined(acknowledgedFrame.accumulateAndGet(frame == 0 ? Long.MAX_VALUE : frame, Math::max));
        acknowledged.accumulateAndGet(position, Positions::later);
        Timed sent = timed.get();
        if (sent != null && !Positions.after(sent.position(), position) && timed.compareAndSet(sent, null)) {
            onDelivered.accept(System.nanoTime() - sent.nanos());
        }
    }

    private void joined(long frame) {
        joining.removeIf(session -> session.frame() <= frame);
    }
}
