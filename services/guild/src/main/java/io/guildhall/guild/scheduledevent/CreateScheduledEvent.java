package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ScheduledEventOperations;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import jakarta.inject.Singleton;

/** A new event. */
@Singleton
public final class CreateScheduledEvent implements GuildOperation {
    private static final int MOST = 100;

    private final SnowflakeGenerator ids;

    public CreateScheduledEvent(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ScheduledEventOperations.CREATE_SCHEDULED_EVENT;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (GuildEvents.of(guild).unfinished().size() >= MOST) {
            throw ApiException.of(ErrorCode.MAXIMUM_NUMBER_OF_UNCOMPLETED_GUILD_SCHEDULED_EVENTS_REACHED);
        }
        EventSettings body = EventSettings.of(call.body());
        long id = ids.next();
        Patch patch = new Patch(
                        Rows.create(ScheduledEvents.TABLE, guild.id(), id),
                        call.audit().target(id))
                .set("status", ScheduledEvents.STATUS, EventStatus.SCHEDULED);
        RowView event = EventRules.checked(guild, null, body.putInto(patch).row());
        event = Rows.with(event, ScheduledEvents.CREATOR_ID, call.callerId());
        new EventGuard(guild, call.callerId()).requireCreate(event);
        new EventEdits(guild, changes).save(event);
        return Reply.json(EventView.answer(guild, event, false));
    }
}
