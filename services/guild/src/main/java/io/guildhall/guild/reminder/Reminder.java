package io.guildhall.guild.reminder;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.ReminderSlots;
import io.guildhall.model.table.catalogue.Reminders;

/**
 * A step that an actor is asked for at a certain time, whoever is its owner then and whichever nodes died meanwhile. It may be asked twice,
 * and some seconds late; what is to happen sooner than in a minute is not for this.
 *
 * @param dueAt in ms since 1970
 * @param id of what it is about; one step is asked at one time for each
 */
public record Reminder(long dueAt, long id, ActorKey actor, String step, JsonNode body) {
    public static Reminder of(RowView row) {
        ActorKey actor = ActorKey.newBuilder()
                .setKindValue(row.get(Reminders.ACTOR_KIND, 0L).intValue())
                .setId(row.get(Reminders.ACTOR_ID, 0L))
                .build();
        return new Reminder(
                row.get(Reminders.DUE_AT),
                row.get(Reminders.REMINDER_ID),
                actor,
                row.get(Reminders.STEP, ""),
                Json.parse(row.get(Reminders.BODY, "{}")));
    }

    public void writeTo(Changes changes) {
        changes.write(Write.to(Reminders.TABLE, slot(), shard(), dueAt, id)
                .set(Reminders.ACTOR_KIND, (long) actor.getKindValue())
                .set(Reminders.ACTOR_ID, actor.getId())
                .set(Reminders.STEP, step)
                .set(Reminders.BODY, Json.write(body))
                .build());
        changes.write(Write.to(ReminderSlots.TABLE, ReminderSlots.ALL_SLOTS, slot())
                .set(ReminderSlots.ANNOUNCED_AT, dueAt)
                .build());
    }

    public Mutation deletion() {
        return Write.delete(Reminders.TABLE, slot(), shard(), dueAt, id);
    }

    public Command command() {
        return Command.newBuilder()
                .setActor(actor)
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build();
    }

    private long slot() {
        return Reminders.slot(dueAt);
    }

    private long shard() {
        return Reminders.shard(id);
    }
}
