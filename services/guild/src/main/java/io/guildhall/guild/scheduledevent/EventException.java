package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.List;

/**
 * One of the times that an event recurs, which is not like the others. Times are ms since 1970.
 *
 * @param originalStart when it would begin otherwise
 * @param start when it begins; null: as otherwise
 * @param end when it ends; null: as otherwise
 * @param users how many are interested in this time
 */
record EventException(long originalStart, Long start, Long end, boolean canceled, long users) {
    static List<EventException> of(RowView event) {
        return Fields.each(Json.parse(event.get(ScheduledEvents.EXCEPTIONS, "[]")), one -> {
            Fields fields = new Fields(one);
            return new EventException(
                    fields.number("at").required(),
                    fields.number("start").orNull(),
                    fields.number("end").orNull(),
                    fields.flag("canceled").or(false),
                    fields.number("users").or(0L));
        });
    }

    /** As the column keeps them; null for none. */
    static String stored(List<EventException> exceptions) {
        ArrayNode list = Json.array();
        exceptions.forEach(one -> list.addObject()
                .put("at", one.originalStart())
                .put("start", one.start())
                .put("end", one.end())
                .put("canceled", one.canceled())
                .put("users", one.users()));
        return list.isEmpty() ? null : list.toString();
    }

    /** The time that it is about, as an id. */
    long id() {
        return Snowflake.lowestAt(originalStart);
    }

    EventException withUsers(long count) {
        return new EventException(originalStart, start, end, canceled, count);
    }

    ObjectNode json(long eventId) {
        return Json.object()
                .put("event_id", Snowflake.format(eventId))
                .put("event_exception_id", Snowflake.format(id()))
                .put("scheduled_start_time", Json.timestampOrNull(start))
                .put("scheduled_end_time", Json.timestampOrNull(end))
                .put("is_canceled", canceled);
    }
}
