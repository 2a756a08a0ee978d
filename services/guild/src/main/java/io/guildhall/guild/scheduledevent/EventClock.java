package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.time.Duration;

/**
 * Begins and ends scheduled events whose time has come. A guild does what is due before its next command, and asks itself for one when
 * something will be: what is asked for may get lost, so that it comes late, but never not at all.
 */
public final class EventClock {
    private static final long LONGEST_SLEEP = Duration.ofHours(1).toMillis();
    private static final long SHORTEST_SLEEP = Duration.ofSeconds(1).toMillis();

    /** What goes on in a channel ends when nobody has been there for so long. */
    private static final long EMPTY = Duration.ofMinutes(5).toMillis();

    private final GuildState guild;
    private final Changes changes;

    private EventClock(GuildState guild, Changes changes) {
        this.guild = guild;
        this.changes = changes;
    }

    /** Does what is due. */
    public static void catchUp(GuildState guild, Changes changes) {
        if (guild.exists()) {
            new EventClock(guild, changes).catchUp();
        }
    }

    /** After a command: has the guild woken when something will be due. */
    public static void noticed(GuildState guild, Changes changes) {
        if (guild.exists()) {
            new EventClock(guild, changes).sleep();
        }
    }

    private void catchUp() {
        watch();
        if (GuildEvents.of(guild).dueAt() > guild.now()) {
            return;
        }
        for (RowView event : GuildEvents.of(guild).unfinished()) {
            RowView next = event;
            while (EventTimes.dueAt(next) <= guild.now()) {
                next = moved(next);
            }
            new EventEdits(guild, changes).save(next);
        }
    }

    private RowView moved(RowView event) {
        if (event.get(ScheduledEvents.STATUS) == EventStatus.ACTIVE) {
            return EventEnd.of(event, EventStatus.COMPLETED, guild.now());
        }
        boolean takesPlace =
                !EventTimes.exception(event).map(EventException::canceled).orElse(false);
        return takesPlace && EventKind.of(event) == EventKind.EXTERNAL
                ? Rows.with(event, ScheduledEvents.STATUS, EventStatus.ACTIVE)
                : EventEnd.of(event, EventStatus.CANCELED, guild.now());
    }

    /** Ends what goes on where nobody is. */
    private void watch() {
        GuildEvents events = GuildEvents.of(guild);
        if (events.running().isEmpty()) {
            return;
        }
        LongMap<Long> empty = LongMap.empty();
        for (RowView event : events.running()) {
            long id = event.get(ScheduledEvents.EVENT_ID);
            if (guild.voice().countIn(event.get(ScheduledEvents.CHANNEL_ID)) == 0) {
                empty = empty.with(id, events.emptySince().find(id).orElse(guild.now()));
            }
        }
        guild.putPart(events.withEmptySince(empty));
        for (RowView event : events.running()) {
            Long since = empty.get(event.get(ScheduledEvents.EVENT_ID));
            if (since != null && guild.now() - since >= EMPTY) {
                new EventEdits(guild, changes).save(EventEnd.of(event, EventStatus.COMPLETED, guild.now()));
            }
        }
    }

    private void sleep() {
        GuildEvents events = GuildEvents.of(guild);
        long due = events.emptySince().isEmpty() ? events.dueAt() : Math.min(events.dueAt(), guild.now() + EMPTY);
        if (due == EventTimes.NEVER || (events.wakesAt() > guild.now() && events.wakesAt() <= due)) {
            return;
        }
        long pause = Math.clamp(due - guild.now(), SHORTEST_SLEEP, LONGEST_SLEEP);
        changes.stepLater(guild.context().key(), EventsDue.STEP, Duration.ofMillis(pause));
        guild.putPart(events.wakingAt(guild.now() + pause));
    }
}
