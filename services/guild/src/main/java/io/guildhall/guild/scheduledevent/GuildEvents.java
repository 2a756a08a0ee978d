package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.ShownInChannel;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.Collection;
import java.util.List;

/**
 * The scheduled events of a guild at one moment. It never changes.
 *
 * @param running those that go on in a channel
 * @param emptySince of events that are on in channels in which nobody is: since when, in ms since 1970
 * @param dueAt when one of them has to change by itself at the earliest; {@link Long#MAX_VALUE} when none has to
 * @param wakesAt when the guild will look again, whatever happens until then; 0 when it will not
 */
record GuildEvents(LongMap<RowView> byId, List<RowView> running, LongMap<Long> emptySince, long dueAt, long wakesAt)
        implements ShownInChannel {
    private static final GuildEvents NONE =
            new GuildEvents(LongMap.empty(), List.of(), LongMap.empty(), EventTimes.NEVER, 0);

    /** Reads them when they were not needed yet. */
    static GuildEvents of(GuildState guild) {
        return guild.part(GuildEvents.class, GuildEvents::load);
    }

    /** As a snapshot has them. */
    static Collection<RowView> shown(GuildView guild) {
        Object part = guild.contents().parts().getOrDefault(GuildEvents.class, NONE);
        return ((GuildEvents) part).unfinished();
    }

    private static GuildEvents load(GuildState guild) {
        LongMap<RowView> rows = LongMap.empty();
        for (RowView row : guild.storage().all(ScheduledEvents.TABLE, guild.id())) {
            rows = rows.with(row.get(ScheduledEvents.EVENT_ID), row);
        }
        return NONE.with(rows);
    }

    /** @throws ApiException 10070 when there is none */
    RowView named(long eventId) {
        return byId.find(eventId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD_SCHEDULED_EVENT));
    }

    @Override
    public List<Event.Builder> beginningIn(long channelId) {
        return unfinished().stream()
                .filter(event -> event.get(ScheduledEvents.CHANNEL_ID, 0L) == channelId)
                .map(event -> EventEdits.told(DispatchEvent.GUILD_SCHEDULED_EVENT_CREATE, event))
                .toList();
    }

    List<RowView> unfinished() {
        return byId.values().stream()
                .filter(row -> !EventStatus.finished(row.get(ScheduledEvents.STATUS, 0L)))
                .toList();
    }

    GuildEvents with(RowView row) {
        return with(byId.with(row.get(ScheduledEvents.EVENT_ID), row));
    }

    GuildEvents without(long eventId) {
        return withEmptySince(emptySince.without(eventId)).with(byId.without(eventId));
    }

    GuildEvents withEmptySince(LongMap<Long> next) {
        return new GuildEvents(byId, running, next, dueAt, wakesAt);
    }

    GuildEvents wakingAt(long time) {
        return new GuildEvents(byId, running, emptySince, dueAt, time);
    }

    private GuildEvents with(LongMap<RowView> rows) {
        long due = rows.values().stream().mapToLong(EventTimes::dueAt).min().orElse(EventTimes.NEVER);
        List<RowView> going = rows.values().stream()
                .filter(row -> row.get(ScheduledEvents.STATUS, 0L) == EventStatus.ACTIVE)
                .filter(row -> row.has(ScheduledEvents.CHANNEL_ID))
                .toList();
        return new GuildEvents(rows, going, emptySince, due, wakesAt);
    }
}
