package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.MovedSight;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.List;
import java.util.Optional;

/** A scheduled event as answers and events show it. */
public final class EventView {
    private static final int GUILD_ONLY = 2;

    /** Of all events in GUILD_CREATE, which is one event itself. */
    private static final int MOST_BYTES = 512 << 10;

    private EventView() {}

    public static ObjectNode json(RowView event) {
        long id = event.get(ScheduledEvents.EVENT_ID);
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("guild_id", Snowflake.format(event.get(ScheduledEvents.GUILD_ID)))
                .put("channel_id", idOrNull(event.find(ScheduledEvents.CHANNEL_ID)))
                .put("creator_id", idOrNull(event.find(ScheduledEvents.CREATOR_ID)))
                .put("name", event.get(ScheduledEvents.NAME))
                .put("description", event.get(ScheduledEvents.DESCRIPTION))
                .put("image", event.get(ScheduledEvents.IMAGE))
                .put("scheduled_start_time", Json.timestamp(event.get(ScheduledEvents.START_AT)))
                .put("scheduled_end_time", Json.timestampOrNull(event.get(ScheduledEvents.END_AT)))
                .put("privacy_level", GUILD_ONLY)
                .put("status", event.get(ScheduledEvents.STATUS))
                .put("entity_type", event.get(ScheduledEvents.ENTITY_TYPE))
                .put("entity_id", idOrNull(event.find(ScheduledEvents.ENTITY_ID)));
        json.set(
                "entity_metadata",
                event.has(ScheduledEvents.LOCATION)
                        ? Json.object().put("location", event.get(ScheduledEvents.LOCATION))
                        : json.nullNode());
        json.set(
                "recurrence_rule",
                event.has(ScheduledEvents.RECURRENCE)
                        ? Recurrence.of(event.get(ScheduledEvents.RECURRENCE)).json()
                        : json.nullNode());
        ArrayNode exceptions = json.putArray("guild_scheduled_event_exceptions");
        EventException.of(event).forEach(one -> exceptions.add(one.json(id)));
        return json;
    }

    /** An event for those who are not in the guild: one that everybody in it sees. Empty for all others. */
    public static Optional<ObjectNode> forEverybody(GuildState guild, long eventId) {
        return GuildEvents.of(guild)
                .byId()
                .find(eventId)
                .filter(event -> event.find(ScheduledEvents.CHANNEL_ID)
                        .map(channel -> guild.findChannel(channel)
                                .filter(found -> Permission.VIEW_CHANNEL.in(
                                        guild.permissions().ofEveryone(found)))
                                .isPresent())
                        .orElse(true))
                .map(EventView::json);
    }

    /**
     * What is told of an event that is gone to those who do not see its channel, which they know by its id alone: every field is there,
     * as clients need it, and says nothing.
     */
    static ObjectNode gone(RowView event) {
        long id = event.get(ScheduledEvents.EVENT_ID);
        ObjectNode json = Json.object()
                .put("id", Snowflake.format(id))
                .put("guild_id", Snowflake.format(event.get(ScheduledEvents.GUILD_ID)))
                .put("channel_id", idOrNull(event.find(ScheduledEvents.CHANNEL_ID)))
                .put("name", MovedSight.HIDDEN_NAME)
                .put("scheduled_start_time", Json.timestamp(Snowflake.timestamp(id)))
                .put("privacy_level", GUILD_ONLY)
                .put("status", EventStatus.CANCELED)
                .put("entity_type", event.get(ScheduledEvents.ENTITY_TYPE));
        List.of("creator_id", "description", "image", "scheduled_end_time", "entity_id", "entity_metadata")
                .forEach(json::putNull);
        return json;
    }

    /** Those that a member sees, as GUILD_CREATE lists them; what finds no room is left out. */
    public static void putSeen(ArrayNode list, GuildView guild, GuildMember member) {
        EventGuard guard = new EventGuard(guild, member);
        int room = MOST_BYTES;
        for (RowView event : GuildEvents.shown(guild)) {
            if (guard.sees(event)) {
                ObjectNode json = json(event);
                room -= Json.bytes(json).size();
                if (room < 0) {
                    return;
                }
                list.add(json);
            }
        }
    }

    /** With who made it, and with how many are interested when that is asked for. */
    static ObjectNode answer(GuildView guild, RowView event, boolean counted) {
        ObjectNode json = json(event);
        event.find(ScheduledEvents.CREATOR_ID)
                .flatMap(guild::findMember)
                .ifPresent(creator -> json.set("creator", Json.tree(creator.user())));
        if (counted) {
            json.put("user_count", event.get(ScheduledEvents.USER_COUNT, 0L));
        }
        return json;
    }

    private static String idOrNull(Optional<Long> id) {
        return id.map(Snowflake::format).orElse(null);
    }
}
