package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Members say that they are interested in an event or in one of its times, or no more, and others see how many are. */
@Singleton
public final class EventUserHandlers {
    private static final String OCCURRENCE_ID = "guild_scheduled_event_exception_id";

    @Produces
    @Singleton
    public GuildOperation joinEvent() {
        return new Joining(ScheduledEventOperations.JOIN_EVENT, false);
    }

    @Produces
    @Singleton
    public GuildOperation leaveEvent() {
        return new Joining(ScheduledEventOperations.LEAVE_EVENT, true);
    }

    @Produces
    @Singleton
    public GuildOperation joinOccurrence() {
        return new Joining(ScheduledEventOperations.JOIN_OCCURRENCE, false);
    }

    @Produces
    @Singleton
    public GuildOperation leaveOccurrence() {
        return new Joining(ScheduledEventOperations.LEAVE_OCCURRENCE, true);
    }

    @Produces
    @Singleton
    public GuildOperation countUsers() {
        return new Counting();
    }

    /** The time that the path names; 0 when it names the event itself. */
    static long occurrence(Call call, RowView event) {
        return call.hasPath(OCCURRENCE_ID)
                ? ExceptionHandlers.named(event, call.id(OCCURRENCE_ID)).id()
                : EventUsers.ALL;
    }

    private record Joining(Operation operation, boolean leaves) implements GuildOperation {
        @Override
        public List<ReadRequest> foreseen(long guildId, RestCall call) {
            return EventUsers.foreseen(call);
        }

        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            RowView event = EventHandlers.seen(guild, call);
            if (EventStatus.finished(event.get(ScheduledEvents.STATUS))) {
                throw ApiException.of(ErrorCode.CANNOT_UPDATE_A_FINISHED_EVENT);
            }
            long occurrence = occurrence(call, event);
            EventUsers users = new EventUsers(guild, changes);
            if (leaves) {
                users.remove(event, occurrence, call.callerId());
                return Reply.noContent();
            }
            users.add(event, occurrence, call.callerId());
            return Reply.json(EventUsers.json(event, occurrence, call.callerId()));
        }
    }

    private record Counting() implements GuildOperation {
        @Override
        public Operation operation() {
            return ScheduledEventOperations.COUNT_EVENT_USERS;
        }

        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            RowView event = EventHandlers.seen(guild, call);
            ObjectNode answer =
                    Json.object().put("guild_scheduled_event_count", event.get(ScheduledEvents.USER_COUNT, 0L));
            ObjectNode each = answer.putObject("guild_scheduled_event_exception_counts");
            JsonNode asked = call.query().path("guild_scheduled_event_exception_ids");
            for (JsonNode id : asked) {
                EventException one = ExceptionHandlers.named(event, Snowflake.parse(id.asText()));
                each.put(id.asText(), one.users());
            }
            return Reply.json(answer);
        }
    }
}
