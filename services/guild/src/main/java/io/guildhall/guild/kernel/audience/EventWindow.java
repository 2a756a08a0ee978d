package io.guildhall.guild.kernel.audience;

import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An actor's most recent events, kept for relays and gateways that must catch up. Bounded by count, bytes (so that a whole window fits into one message) and age; what
 * leaves it can't be replayed any more. Not safe for threads.
 */
final class EventWindow {
    static final int MAX_EVENTS = 1_000;
    static final long MAX_BYTES = 2L << 20;
    static final long MAX_AGE_MILLIS = Duration.ofSeconds(60).toMillis();
    /** Where nothing more happens, for those who could not be reached meanwhile. */
    static final long MAX_REST_MILLIS = Duration.ofMinutes(10).toMillis();

    private record Kept(PositionedEvent event, int bytes, long sentAt) {}

    private final Deque<Kept> events = new ArrayDeque<>();
    private long bytes;
    private Position forgottenThrough = Position.getDefaultInstance();

    /**
     * A new epoch begins.
     *
     * @param unbroken whether nobody else owned the actor since the last one: then nothing is missing here. Otherwise events of
     *     earlier epochs are not all here and count as forgotten
     */
    void begin(Position start, boolean unbroken) {
        if (!unbroken) {
            events.clear();
            bytes = 0;
            forgottenThrough = start;
        }
    }

    void add(Position position, Event event, long now) {
        int size = event.getPayload().size()
                + event.getPayloadWithoutContent().size()
                + event.getPayloadWithoutSight().size()
                + event.getContentVariantsList().stream()
                        .mapToInt(variant -> variant.getPayload().size())
                        .sum();
        PositionedEvent positioned = PositionedEvent.newBuilder()
                .setPosition(position)
                .setEvent(event)
                .build();
        events.add(new Kept(positioned, size, now));
        bytes += size;
        trim(now);
    }

    /** Everything after the position, in order; empty when some of it is forgotten. */
    Optional<List<PositionedEvent>> after(Position position) {
        if (Positions.after(forgottenThrough, position)) {
            return Optional.empty();
        }
        return Optional.of(events.stream()
                .map(Kept::event)
                .filter(event -> Positions.after(event.getPosition(), position))
                .toList());
    }

    /**
     * What somebody who has everything up to a position must have before anything later; that it must begin anew when that can't be
     * told.
     *
     * @param last the actor's last position
     * @param earlier events of earlier epochs after the position; empty when they can't be replayed
     */
    List<PositionedEvent> missed(Position after, Position last, Optional<List<PositionedEvent>> earlier) {
        return after(after)
                .or(() -> after(Positions.of(last.getEpoch(), 0))
                        .filter(recent -> after.getEpoch() < last.getEpoch())
                        .flatMap(recent -> earlier.map(stored -> Backlogs.joined(stored, recent))))
                .orElseGet(Backlogs::invalidation);
    }

    int size() {
        return events.size();
    }

    /** Lets go of what is old although nothing has come since: a node has many actors of which nobody says anything any more. */
    void rest(long now) {
        while (!events.isEmpty() && events.peek().sentAt() + MAX_REST_MILLIS < now) {
            forgetOldest();
        }
    }

    private void trim(long now) {
        while (events.size() > MAX_EVENTS
                || bytes > MAX_BYTES
                || (!events.isEmpty() && events.peek().sentAt() + MAX_AGE_MILLIS < now)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Kept oldest = events.poll();
        bytes -= oldest.bytes();
        forgottenThrough = oldest.event().getPosition();
    }
}
