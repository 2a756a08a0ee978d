package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.inject.Singleton;

/** Changes an event, begins it, ends it or calls it off. Who moves it needs what both places demand. */
@Singleton
public final class UpdateScheduledEvent implements GuildOperation {
    @Override
    public Operation operation() {
        return ScheduledEventOperations.UPDATE_SCHEDULED_EVENT;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        EventGuard guard = new EventGuard(guild, call.callerId());
        RowView before = guard.seen(GuildEvents.of(guild), call.id(EventHandlers.EVENT_ID));
        guard.requireChange(before);
        if (EventStatus.finished(before.get(ScheduledEvents.STATUS))) {
            throw ApiException.of(ErrorCode.CANNOT_UPDATE_A_FINISHED_EVENT);
        }
        EventChange body = EventChange.of(call.body());
        AuditDraft audit = call.audit().target(before.get(ScheduledEvents.EVENT_ID));
        Patch patch = body.settings().putInto(new Patch(before, audit));
        if (body.status().hasValue()) {
            patch.put(body.status(), ScheduledEvents.STATUS);
        }
        RowView after = EventRules.checked(guild, before, patch.row());
        guard.requirePlace(after);
        if (after.row().equals(before.row())) {
            audit.skip();
        }
        if (after.get(ScheduledEvents.STATUS) == EventStatus.COMPLETED) {
            after = EventEnd.of(after, EventStatus.COMPLETED, guild.now());
        }
        new EventEdits(guild, changes).save(after);
        return Reply.json(EventView.answer(guild, after, false));
    }
}
