package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What must hold of a scheduled event as a whole, whichever request it became so by. */
final class EventRules {
    private static final long FURTHEST = Duration.ofDays(5 * 366L).toMillis();

    private EventRules() {}

    /**
     * @param before null when it is new
     * @return the event, without what its new place makes void
     * @throws ApiException 50035 that names the field
     */
    static RowView checked(GuildState guild, RowView before, RowView after) {
        RowView event =
                EventKind.of(after).channel().isPresent() ? Rows.with(after, ScheduledEvents.LOCATION, null) : after;
        requirePlace(guild, event);
        requireTimes(guild, before, event);
        if (before != null) {
            requireOrder(before, event);
        }
        return event;
    }

    private static void requirePlace(GuildState guild, RowView event) {
        Optional<ChannelType> needed = EventKind.of(event).channel();
        if (needed.isEmpty()) {
            if (event.has(ScheduledEvents.CHANNEL_ID)) {
                throw invalid("channel_id", "BASE_TYPE_CHOICES", "Channel must be null for external events");
            }
            require(event.has(ScheduledEvents.LOCATION), "entity_metadata");
            require(event.has(ScheduledEvents.END_AT), "scheduled_end_time");
            return;
        }
        require(event.has(ScheduledEvents.CHANNEL_ID), "channel_id");
        Optional<ChannelType> type =
                guild.findChannel(event.get(ScheduledEvents.CHANNEL_ID)).map(GuildChannel::type);
        if (type.isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_CHANNEL);
        }
        if (type.get() != needed.get()) {
            throw invalid("channel_id", "GUILD_SCHEDULED_EVENT_INVALID_CHANNEL", "Not a channel of the event's type");
        }
    }

    private static void requireTimes(GuildState guild, RowView before, RowView event) {
        long start = event.get(ScheduledEvents.START_AT);
        requireTimes(
                guild.now(),
                before == null ? null : before.get(ScheduledEvents.START_AT),
                start,
                event.get(ScheduledEvents.END_AT));
    }

    /**
     * What must hold of when an event takes place, or one time of an event that recurs. Times are ms since 1970.
     *
     * @param before when it was to begin until now, which is not looked at again; null when it is new
     * @param end null when it has none
     * @throws ApiException 50035 that names the field
     */
    static void requireTimes(long now, Long before, long start, Long end) {
        boolean moved = before == null || before != start;
        if (moved && start <= now) {
            throw invalid(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                    "Cannot schedule event in the past.");
        }
        if (moved && isTooFar(now, start)) {
            throw invalid(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_TOO_FAR",
                    "Cannot schedule event so far in the future.");
        }
        if (end != null) {
            requireEnd(start, end);
        }
    }

    /** Whether this is later than an event may begin. */
    static boolean isTooFar(long now, long start) {
        return start > now + FURTHEST;
    }

    private static void requireEnd(long start, long end) {
        if (end <= start || end > start + FURTHEST) {
            throw invalid(
                    "scheduled_end_time",
                    "GUILD_SCHEDULED_EVENT_END_BEFORE_START",
                    "The end time must come after the start time.");
        }
    }

    private static void requireOrder(RowView before, RowView event) {
        long from = before.get(ScheduledEvents.STATUS);
        long to = event.get(ScheduledEvents.STATUS);
        if (from != to && !EventStatus.follows(from, to)) {
            throw invalid("status", "GUILD_SCHEDULED_EVENT_INVALID_STATUS", "Invalid status transition");
        }
        boolean elsewhere =
                !Objects.equals(before.get(ScheduledEvents.CHANNEL_ID), event.get(ScheduledEvents.CHANNEL_ID))
                        || !Objects.equals(before.get(ScheduledEvents.START_AT), event.get(ScheduledEvents.START_AT));
        if (from == EventStatus.ACTIVE && elsewhere) {
            throw invalid("status", "GUILD_SCHEDULED_EVENT_ACTIVE", "Cannot move an event that has begun");
        }
    }

    private static void require(boolean there, String field) {
        if (!there) {
            throw invalid(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static ApiException invalid(String field, String code, String message) {
        return ApiException.invalidField(field, code, message);
    }
}
