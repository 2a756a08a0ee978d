package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.state.Rows;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.Optional;

/** How an event ends: what recurs is scheduled for its next time. */
final class EventEnd {
    private EventEnd() {}

    static RowView of(RowView event, long status, long now) {
        if (!event.has(ScheduledEvents.RECURRENCE)) {
            return Rows.with(event, ScheduledEvents.STATUS, status);
        }
        long start = event.get(ScheduledEvents.START_AT);
        long next = Recurrence.of(event.get(ScheduledEvents.RECURRENCE)).next(start, now);
        Optional<Long> end = event.find(ScheduledEvents.END_AT);
        RowView again = Rows.with(event, ScheduledEvents.START_AT, next);
        again = Rows.with(
                again,
                ScheduledEvents.END_AT,
                end.map(time -> time - start + next).orElse(null));
        again = Rows.with(again, ScheduledEvents.ENTITY_ID, null);
        return Rows.with(again, ScheduledEvents.STATUS, EventStatus.SCHEDULED);
    }
}
