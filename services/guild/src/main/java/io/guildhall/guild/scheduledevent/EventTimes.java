package io.guildhall.guild.scheduledevent;

import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.time.Duration;
import java.util.Optional;

/** When a scheduled event changes by itself, in ms since 1970. */
final class EventTimes {
    static final long NEVER = Long.MAX_VALUE;

    /** What nobody has begun so long after its time is canceled. */
    private static final long LATEST = Duration.ofHours(4).toMillis();

    private EventTimes() {}

    static long dueAt(RowView event) {
        long status = event.get(ScheduledEvents.STATUS, 0L);
        if (status == EventStatus.SCHEDULED) {
            boolean byItself = EventKind.of(event) == EventKind.EXTERNAL
                    || exception(event).map(EventException::canceled).orElse(false);
            return byItself ? start(event) : start(event) + LATEST;
        }
        return status == EventStatus.ACTIVE && EventKind.of(event) == EventKind.EXTERNAL ? end(event) : NEVER;
    }

    /** What is different the next time, if anything is. */
    static Optional<EventException> exception(RowView event) {
        return EventException.of(event).stream()
                .filter(one -> one.originalStart() == event.get(ScheduledEvents.START_AT))
                .findFirst();
    }

    private static long start(RowView event) {
        return exception(event).map(EventException::start).orElseGet(() -> event.get(ScheduledEvents.START_AT));
    }

    private static long end(RowView event) {
        return exception(event).map(EventException::end).orElseGet(() -> event.get(ScheduledEvents.END_AT, NEVER));
    }
}
