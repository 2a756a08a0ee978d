package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MovedSight;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.fact.PushFact;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ScheduledEventUsers;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.List;

/** Changes a guild's scheduled events everywhere at once: in memory, in the store, and in events for those who see their place. */
public record EventEdits(GuildState guild, Changes changes) {
    /** So many of those that are over are kept, so that who asks for one is told how it ended. */
    private static final int MOST_FINISHED = 50;

    /** A new event, or one that changed. */
    void save(RowView event) {
        GuildEvents events = GuildEvents.of(guild);
        RowView before = events.byId().get(event.get(ScheduledEvents.EVENT_ID));
        if (before != null && before.row().equals(event.row())) {
            return;
        }
        saveQuietly(event);
        if (before == null) {
            tell(DispatchEvent.GUILD_SCHEDULED_EVENT_CREATE, event);
        } else {
            tellChange(before, event);
        }
        if (begins(before, event)) {
            long id = event.get(ScheduledEvents.EVENT_ID);
            changes.fact(PushFact.TOPIC, () -> new PushFact(0, PushReason.EVENT_START, id, 0, guild.id(), guild.now())
                    .fact());
        }
        if (EventStatus.finished(event.get(ScheduledEvents.STATUS))) {
            tellHidden(event);
            forgetOldest();
        }
    }

    private static boolean begins(RowView before, RowView event) {
        return event.get(ScheduledEvents.STATUS, 0L) == EventStatus.ACTIVE
                && (before == null || before.get(ScheduledEvents.STATUS, 0L) != EventStatus.ACTIVE);
    }

    /** An event of which only something changed that no event of its own tells. */
    void saveQuietly(RowView event) {
        GuildEvents events = GuildEvents.of(guild);
        Rows.save(events.byId().get(event.get(ScheduledEvents.EVENT_ID)), event, changes);
        guild.putPart(events.with(event));
    }

    void delete(RowView event) {
        forget(event);
        Event.Builder told = told(DispatchEvent.GUILD_SCHEDULED_EVENT_DELETE, event);
        if (event.has(ScheduledEvents.CHANNEL_ID)) {
            // Who does not see the channel may have known it until the channel was hidden.
            told.setPayloadWithoutSight(Json.bytes(EventView.gone(event)));
        }
        changes.event(told.build());
    }

    /**
     * A scheduled event is what goes on on a stage from now on.
     *
     * @throws ApiException 10070 when there is none for this channel that is not over
     */
    public void begin(long eventId, long channelId, long stageId) {
        RowView event = GuildEvents.of(guild).named(eventId);
        if (event.get(ScheduledEvents.CHANNEL_ID, 0L) != channelId
                || EventStatus.finished(event.get(ScheduledEvents.STATUS))) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD_SCHEDULED_EVENT);
        }
        save(Rows.with(
                Rows.with(event, ScheduledEvents.ENTITY_ID, stageId), ScheduledEvents.STATUS, EventStatus.ACTIVE));
    }

    /** A channel is about to go, and what was to be in it. */
    public void deleteIn(long channelId) {
        GuildEvents.of(guild).byId().values().stream()
                .filter(event -> event.get(ScheduledEvents.CHANNEL_ID, 0L) == channelId)
                .toList()
                .forEach(this::delete);
    }

    /** The guild goes, and all of them with it. Nobody is told. */
    public void forgetAll() {
        List.copyOf(GuildEvents.of(guild).byId().values()).forEach(this::forget);
    }

    /** Tells those who see it who is interested, or is no more. */
    void tellUser(DispatchEvent name, RowView event, long exceptionId, long userId) {
        ObjectNode payload = EventUsers.json(event, exceptionId, userId).put("guild_id", Snowflake.format(guild.id()));
        changes.event(begin(name, event, payload).build());
    }

    private void forget(RowView event) {
        long id = event.get(ScheduledEvents.EVENT_ID);
        Rows.delete(event, changes);
        changes.write(Write.deletePartition(ScheduledEventUsers.TABLE, id, EventUsers.ALL));
        EventException.of(event)
                .forEach(one -> changes.write(Write.deletePartition(ScheduledEventUsers.TABLE, id, one.id())));
        guild.putPart(GuildEvents.of(guild).without(id));
    }

    private void forgetOldest() {
        List<RowView> finished = GuildEvents.of(guild).byId().values().stream()
                .filter(event -> EventStatus.finished(event.get(ScheduledEvents.STATUS)))
                .toList();
        finished.stream().limit(Math.max(0, finished.size() - MOST_FINISHED)).forEach(this::forget);
    }

    /** Whoever begins to see it, because it is elsewhere now, has it as new, and whoever ceases to has it no more. */
    private void tellChange(RowView before, RowView event) {
        MovedSight moved = new MovedSight(
                guild, before.get(ScheduledEvents.CHANNEL_ID, 0L), event.get(ScheduledEvents.CHANNEL_ID, 0L));
        moved.lost(DispatchEvent.GUILD_SCHEDULED_EVENT_DELETE, EventView.gone(before))
                .ifPresent(told -> changes.event(told.build()));
        moved.gained(DispatchEvent.GUILD_SCHEDULED_EVENT_CREATE, EventView.json(event))
                .ifPresent(told -> changes.event(told.build()));
        tell(DispatchEvent.GUILD_SCHEDULED_EVENT_UPDATE, event);
    }

    /** It will not come back: whoever may have known it, until its channel was hidden, has it no more. */
    private void tellHidden(RowView event) {
        event.find(ScheduledEvents.CHANNEL_ID)
                .map(channel -> MovedSight.outside(
                        guild, channel, DispatchEvent.GUILD_SCHEDULED_EVENT_DELETE, EventView.gone(event)))
                .ifPresent(told -> changes.event(told.build()));
    }

    private void tell(DispatchEvent name, RowView event) {
        changes.event(told(name, event).build());
    }

    static Event.Builder told(DispatchEvent name, RowView event) {
        return begin(name, event, EventView.json(event));
    }

    private static Event.Builder begin(DispatchEvent name, RowView event, ObjectNode payload) {
        return event.find(ScheduledEvents.CHANNEL_ID)
                .map(channel -> Events.inChannel(name, channel, payload).setPermissions(Permission.VIEW_CHANNEL.mask()))
                .orElseGet(() -> Events.inGuild(name, payload));
    }
}
