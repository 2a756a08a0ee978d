package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ScheduledEventUsers;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.List;

/**
 * Who is interested in an event, or in one of the times that it recurs. Whoever leaves the guild stays so, as Discord documents: lists have a member
 * beside the user only "if any".
 */
record EventUsers(GuildState guild, Changes changes) {
    /** Stands for the event itself, where the id of one of its times could. */
    static final long ALL = 0;

    private static final int INTERESTED = 1;

    static ReadRequest one(long eventId, long exceptionId, long userId) {
        return Read.row(ScheduledEventUsers.TABLE, eventId, exceptionId, userId);
    }

    /** The read of the row that a call is about; none when its ids are malformed. */
    static List<ReadRequest> foreseen(RestCall call) {
        try {
            long event = Snowflake.parse(call.getPathOrDefault("guild_scheduled_event_id", ""));
            long exception = Snowflake.parse(call.getPathOrDefault("guild_scheduled_event_exception_id", "0"));
            return List.of(one(event, exception, call.getCaller().getUserId()));
        } catch (NumberFormatException malformed) {
            return List.of();
        }
    }

    static ObjectNode json(RowView event, long exceptionId, long userId) {
        ObjectNode json = Json.object()
                .put("guild_scheduled_event_id", Snowflake.format(event.get(ScheduledEvents.EVENT_ID)))
                .put("user_id", Snowflake.format(userId))
                .put("response", INTERESTED);
        return exceptionId == ALL
                ? json
                : json.put("guild_scheduled_event_exception_id", Snowflake.format(exceptionId));
    }

    /** Once more changes nothing. */
    void add(RowView event, long exceptionId, long userId) {
        long id = event.get(ScheduledEvents.EVENT_ID);
        if (interested(id, exceptionId, userId)) {
            return;
        }
        changes.write(Write.to(ScheduledEventUsers.TABLE, id, exceptionId, userId)
                .set(ScheduledEventUsers.SINCE, guild.now())
                .build());
        counted(event, exceptionId, 1);
        new EventEdits(guild, changes)
                .tellUser(DispatchEvent.GUILD_SCHEDULED_EVENT_USER_ADD, event, exceptionId, userId);
    }

    /** @throws ApiException 10071 when the user is not interested */
    void remove(RowView event, long exceptionId, long userId) {
        long id = event.get(ScheduledEvents.EVENT_ID);
        if (!interested(id, exceptionId, userId)) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD_SCHEDULED_EVENT_USER);
        }
        changes.write(Write.delete(ScheduledEventUsers.TABLE, id, exceptionId, userId));
        counted(event, exceptionId, -1);
        new EventEdits(guild, changes)
                .tellUser(DispatchEvent.GUILD_SCHEDULED_EVENT_USER_REMOVE, event, exceptionId, userId);
    }

    private boolean interested(long eventId, long exceptionId, long userId) {
        return !guild.storage()
                .read(ScheduledEventUsers.TABLE, one(eventId, exceptionId, userId))
                .isEmpty();
    }

    private void counted(RowView event, long exceptionId, int more) {
        EventEdits edits = new EventEdits(guild, changes);
        if (exceptionId == ALL) {
            long count = event.get(ScheduledEvents.USER_COUNT, 0L) + more;
            edits.saveQuietly(Rows.with(event, ScheduledEvents.USER_COUNT, count));
            return;
        }
        List<EventException> counted = EventException.of(event).stream()
                .map(one -> one.id() == exceptionId ? one.withUsers(one.users() + more) : one)
                .toList();
        edits.saveQuietly(Rows.with(event, ScheduledEvents.EXCEPTIONS, EventException.stored(counted)));
    }
}
