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
            for (long slot = ActorEvents.slot(now + SKEW.toMillis());
                    slot >= oldest && events.size() <= MOST_EVENTS;
                    slot--) {
                events.addAll(inSlot(slot, position));
            }
        }
        events.sort(Comparator.comparing(PositionedEvent::getPosition, Positions.ORDER));
        return events.size() > MOST_EVENTS ? Optional.empty() : Optional.of(events);
    }

    private List<PositionedEvent> inSlot(long slot, Position position) {
        return store
                .read(
                        ActorEvents.TABLE,
                        Read.from(ActorEvents.TABLE, (long) actor.getKindValue(), actor.getId(), slot)
                                .after(position.getEpoch(), position.getSequence())
                                .before(epoch)
                                .limit(MOST_EVENTS + 1)
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
