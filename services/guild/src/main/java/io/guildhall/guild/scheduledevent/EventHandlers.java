package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What is done with events that are there, beside changing them. */
@Singleton
public final class EventHandlers {
    static final String EVENT_ID = "guild_scheduled_event_id";

    private static final String COUNTED = "with_user_count";

    @Produces
    @Singleton
    public GuildOperation listEvents() {
        return new Handler(ScheduledEventOperations.LIST_SCHEDULED_EVENTS, (guild, call, changes) -> {
            EventGuard guard = new EventGuard(guild, call.callerId());
            ArrayNode list = Json.array();
            GuildEvents.of(guild).unfinished().stream()
                    .filter(guard::sees)
                    .forEach(event -> list.add(EventView.answer(guild, event, call.queryFlag(COUNTED))));
            return Reply.json(list);
        });
    }

    @Produces
    @Singleton
    public GuildOperation getEvent() {
        return new Handler(
                ScheduledEventOperations.GET_SCHEDULED_EVENT,
                (guild, call, changes) ->
                        Reply.json(EventView.answer(guild, seen(guild, call), call.queryFlag(COUNTED))));
    }

    @Produces
    @Singleton
    public GuildOperation deleteEvent() {
        return new Handler(ScheduledEventOperations.DELETE_SCHEDULED_EVENT, (guild, call, changes) -> {
            RowView event = seen(guild, call);
            new EventGuard(guild, call.callerId()).requireChange(event);
            call.audit()
                    .target(event.get(ScheduledEvents.EVENT_ID))
                    .change("name", event.get(ScheduledEvents.NAME), null)
                    .change("status", event.get(ScheduledEvents.STATUS), null)
                    .change("entity_type", event.get(ScheduledEvents.ENTITY_TYPE), null);
            new EventEdits(guild, changes).delete(event);
            return Reply.noContent();
        });
    }

    /** The event that the path names, if the caller sees it. */
    static RowView seen(GuildState guild, Call call) {
        return new EventGuard(guild, call.callerId()).seen(GuildEvents.of(guild), call.id(EVENT_ID));
    }

    /** What is done. */
    private interface Action {
        Reply run(GuildState guild, Call call, Changes changes);
    }

    private record Handler(Operation operation, Action action) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            return action.run(guild, call, changes);
        }
    }
}
