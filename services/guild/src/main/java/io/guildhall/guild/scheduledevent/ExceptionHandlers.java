package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
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
            requireOccurrence(guild, event, start);
            List<EventException> others = coming(event);
            if (others.size() >= MOST || others.stream().anyMatch(one -> one.originalStart() == start)) {
                throw refused("There is one, or there are too many");
            }
            EventException usual = new EventException(start, null, null, false, 0);
            EventException made = body.change().on(usual);
            audit(call, event, usual, made);
            return saved(guild, event, others, usual, made, changes);
        });
    }

    @Produces
    @Singleton
    public GuildOperation updateException() {
        return new Handler(ScheduledEventOperations.UPDATE_EVENT_EXCEPTION, (guild, call, changes) -> {
            RowView event = changeable(guild, call);
            EventException before = named(event, call.id("exception_id"));
            EventException after = ExceptionChange.of(call.body()).on(before);
            audit(call, event, before, after);
            if (after.equals(before)) {
                call.audit().skip();
            }
            return saved(guild, event, without(event, before), before, after, changes);
        });
    }

    @Produces
    @Singleton
    public GuildOperation deleteException() {
        return new Handler(ScheduledEventOperations.DELETE_EVENT_EXCEPTION, (guild, call, changes) -> {
            RowView event = changeable(guild, call);
            EventException gone = named(event, call.id("exception_id"));
            audit(call, event, gone, new EventException(gone.originalStart(), null, null, false, 0));
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

    /** An entry about the event that names the time and how it differs. */
    private static void audit(Call call, RowView event, EventException before, EventException after) {
        AuditDraft audit =
                call.audit().target(event.get(ScheduledEvents.EVENT_ID)).option("event_exception_id", after.id());
        ObjectNode was = before.json(0);
        after.json(0).properties().stream()
                .filter(field -> !field.getValue().equals(was.get(field.getKey())))
                .forEach(field -> audit.change(field.getKey(), was.get(field.getKey()), field.getValue()));
    }

    private static void requireOccurrence(GuildState guild, RowView event, long start) {
        if (EventRules.isTooFar(guild.now(), start)) {
            throw refused("The event is not planned so far ahead");
        }
        Optional<Recurrence> rule = event.find(ScheduledEvents.RECURRENCE).map(Recurrence::of);
        if (rule.isEmpty() || !rule.get().includes(event.get(ScheduledEvents.START_AT), start)) {
            throw refused("The event does not take place at this time");
        }
    }

    private static Reply saved(
            GuildState guild,
            RowView event,
            List<EventException> others,
            EventException before,
            EventException made,
            Changes changes) {
        EventRules.requireTimes(guild.now(), begins(before), begins(made), ends(event, made));
        save(guild, event, Stream.concat(others.stream(), Stream.of(made)).toList(), changes);
        return Reply.json(made.json(event.get(ScheduledEvents.EVENT_ID)));
    }

    private static long begins(EventException one) {
        return one.start() == null ? one.originalStart() : one.start();
    }

    /** Null when it has no end. */
    private static Long ends(RowView event, EventException one) {
        if (one.end() != null) {
            return one.end();
        }
        return event.find(ScheduledEvents.END_AT)
                .map(end -> end - event.get(ScheduledEvents.START_AT) + one.originalStart())
                .orElse(null);
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
