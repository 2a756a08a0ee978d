package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.PositionedEvent;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ActorEvents;
import io.guildhall.model.table.catalogue.EventOutbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The events that earlier owners of an actor stored. */
public final class EventHistory {
    static final int MOST_EVENTS = 1_000;
    /** As with what an owner itself remembers it fits into one message, by which sessions join a relay. */
    static final long MOST_BYTES = 4L << 20;

    /** Few enough that they fit into an answer of the store whatever they are; their size says how many come next. */
    private static final int FIRST_PAGE = 32;

    private static final long PAGE_BYTES = 1 << 20;

    /** By how much the clocks of two owners may differ. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final ActorKey actor;
    private final long epoch;
    private final LogStore store;
    private final Clock clock;

    EventHistory(ActorKey actor, long epoch, LogStore store, Clock clock) {
        this.actor = actor;
        this.epoch = epoch;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Events of earlier epochs than the present one, after a position, in order. Empty when there are more than can be
     * replayed. Blocks for the store.
     */
    public Optional<List<PositionedEvent>> after(Position position) {
        List<PositionedEvent> events = new ArrayList<>();
        if (position.getEpoch() < epoch) {
            events.addAll(ofEarlierReleases(position));
            long now = clock.millis();
            long oldest = ActorEvents.slot(now - ActorEvents.LIFETIME.plus(SKEW).toMillis());
            for (long slot = ActorEvents.slot(now + SKEW.toMillis()); slot >= oldest && fit(events); slot--) {
                addSlot(slot, position, events);
            }
        }
        events.sort(Comparator.comparing(PositionedEvent::getPosition, Positions.ORDER));
        return fit(events) ? Optional.of(events) : Optional.empty();
    }

    private static boolean fit(List<PositionedEvent> events) {
        return events.size() <= MOST_EVENTS && bytes(events) <= MOST_BYTES;
    }

    private static long bytes(List<PositionedEvent> events) {
        return events.stream().mapToLong(PositionedEvent::getSerializedSize).sum();
    }

    /** Page by page, so that no answer of the store is larger than a message between nodes can be. */
    private void addSlot(long slot, Position position, List<PositionedEvent> events) {
        Position after = position;
        int limit = FIRST_PAGE;
        boolean more = true;
        while (more && fit(events)) {
            List<PositionedEvent> page = page(slot, after, limit);
            events.addAll(page);
            more = page.size() == limit;
            if (more) {
                after = page.getLast().getPosition();
                long each = Math.max(1, bytes(page) / page.size());
                limit = Math.clamp(PAGE_BYTES / each, 1, MOST_EVENTS + 1);
            }
        }
    }

    private List<PositionedEvent> page(long slot, Position after, int limit) {
        return store
                .read(
                        ActorEvents.TABLE,
                        Read.from(ActorEvents.TABLE, (long) actor.getKindValue(), actor.getId(), slot)
                                .after(after.getEpoch(), after.getSequence())
                                .before(epoch)
                                .limit(limit)
                                .build())
                .stream()
                .map(row -> LogRows.parse(row.get(ActorEvents.ENTRY)))
                .map(EventHistory::event)
                .toList();
    }

    /** While a cluster is brought up to date some of an actor's last owners kept their events where that was done before. */
    private List<PositionedEvent> ofEarlierReleases(Position position) {
        return store
                .read(
                        EventOutbox.TABLE,
                        Read.from(EventOutbox.TABLE, (long) actor.getKindValue(), actor.getId())
                                .after(position.getEpoch(), position.getSequence())
                                .before(epoch)
                                .limit(MOST_EVENTS + 1)
                                .build())
                .stream()
                .map(row -> PositionedEvent.newBuilder()
                        .setPosition(Positions.of(row.get(EventOutbox.EPOCH), row.get(EventOutbox.SEQUENCE)))
                        .setEvent(LogRows.parseEvent(row.get(EventOutbox.EVENT)))
                        .build())
                .toList();
    }

    private static PositionedEvent event(LogEntry entry) {
        return PositionedEvent.newBuilder()
                .setPosition(entry.getPosition())
                .setEvent(entry.getEvent())
                .build();
    }
}
