package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ScheduledEventUsers;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes single times of what recurs different from the others. Who may change the event may do so. */
@Singleton
public final class ExceptionHandlers {
    private static final int MOST = 10;

    @Produces
    @Singleton
    public GuildOperation createException() {
        return new Handler(ScheduledEventOperations.CREATE_EVENT_EXCEPTION, (guild, call, changes) -> {
            NewException body = NewException.of(call.body());
            RowView event = changeable(guild, call);
            long start = body.originalScheduledStartTime().required();
            requireOccurrence(event, start);
            List<EventException> others = coming(event);
            if (others.size() >= MOST || others.stream().anyMatch(one -> one.originalStart() == start)) {
                throw refused("There is one, or there are too many");
            }
            EventException made = body.change().on(new EventException(start, null, null, false, 0));
            return saved(guild, event, others, made, changes);
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateException() {
        return new Handler(ScheduledEventOperations.UPDATE_EVENT_EXCEPTION, (guild, call, changes) -> {
            RowView event = changeable(guild, call);
            EventException before = named(event, call.id("exception_id"));
            return saved(
                    guild,
                    event,
                    without(event, before),
                    ExceptionChange.of(call.body()).on(before),
                    changes);
        });
    }

    @Produces
    @Singleton
    public GuildOperation deleteException() {
        return new Handler(ScheduledEventOperations.DELETE_EVENT_EXCEPTION, (guild, call, changes) -> {
            RowView event = changeable(guild, call);
            EventException gone = named(event, call.id("exception_id"));
            changes.write(
                    Write.deletePartition(ScheduledEventUsers.TABLE, event.get(ScheduledEvents.EVENT_ID), gone.id()));
            save(guild, event, without(event, gone), changes);
            return Reply.noContent();
        });
    }

    /** @throws ApiException 10070 when nothing is different at this time */
    static EventException named(RowView event, long exceptionId) {
        return EventException.of(event).stream()
                .filter(one -> one.id() == exceptionId)
                .findFirst()
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_GUILD_SCHEDULED_EVENT));
    }

    private static RowView changeable(GuildState guild, Call call) {
        RowView event = EventHandlers.seen(guild, call);
        new EventGuard(guild, call.callerId()).requireChange(event);
        if (EventStatus.finished(event.get(ScheduledEvents.STATUS))) {
            throw ApiException.of(ErrorCode.CANNOT_UPDATE_A_FINISHED_EVENT);
        }
        return event;
    }

    private static void requireOccurrence(RowView event, long start) {
        Optional<Recurrence> rule = event.find(ScheduledEvents.RECURRENCE).map(Recurrence::of);
        if (rule.isEmpty() || !rule.get().includes(event.get(ScheduledEvents.START_AT), start)) {
            throw refused("The event does not take place at this time");
        }
    }

    private static Reply saved(
            GuildState guild, RowView event, List<EventException> others, EventException made, Changes changes) {
        Long otherwise = event.find(ScheduledEvents.END_AT)
                .map(end -> end - event.get(ScheduledEvents.START_AT) + made.originalStart())
                .orElse(null);
        Long end = made.end() == null ? otherwise : made.end();
        if (end != null) {
            EventRules.requireEnd(made.start() == null ? made.originalStart() : made.start(), end);
        }
        save(guild, event, Stream.concat(others.stream(), Stream.of(made)).toList(), changes);
        return Reply.json(made.json(event.get(ScheduledEvents.EVENT_ID)));
    }

    private static void save(GuildState guild, RowView event, List<EventException> exceptions, Changes changes) {
        new EventEdits(guild, changes)
                .save(Rows.with(event, ScheduledEvents.EXCEPTIONS, EventException.stored(exceptions)));
    }

    /** What is over does not count. */
    private static List<EventException> coming(RowView event) {
        return EventException.of(event).stream()
                .filter(one -> one.originalStart() >= event.get(ScheduledEvents.START_AT))
                .toList();
    }

    private static List<EventException> without(RowView event, EventException one) {
        return EventException.of(event).stream()
                .filter(other -> other.originalStart() != one.originalStart())
                .toList();
    }

    private static ApiException refused(String why) {
        return ApiException.invalidField(
                "original_scheduled_start_time", "GUILD_SCHEDULED_EVENT_INVALID_EXCEPTION", why);
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
