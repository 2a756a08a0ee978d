package io.guildhall.guild.stage;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.StageInstances;

/** Changes what goes on on stages everywhere at once: in memory, in the store, and in events for those who see the channel. */
public record StageEdits(GuildState guild, Changes changes) {
    void save(RowView stage) {
        Stages stages = Stages.of(guild);
        RowView before = stages.byChannel().get(stage.get(StageInstances.CHANNEL_ID));
        if (before != null && before.row().equals(stage.row())) {
            return;
        }
        Rows.save(before, stage, changes);
        guild.putPart(stages.with(stage));
        tell(before == null ? DispatchEvent.STAGE_INSTANCE_CREATE : DispatchEvent.STAGE_INSTANCE_UPDATE, stage);
    }

    void delete(RowView stage) {
        Rows.delete(stage, changes);
        guild.putPart(Stages.of(guild).without(stage.get(StageInstances.CHANNEL_ID)));
        // Who does not see the channel may have known it until the channel was hidden.
        changes.event(told(DispatchEvent.STAGE_INSTANCE_DELETE, stage)
                .setPayloadWithoutSight(Json.bytes(StageView.gone(stage)))
                .build());
    }

    /** A channel is about to go, and what goes on there ends. */
    public void deleteIn(long channelId) {
        Stages.of(guild).byChannel().find(channelId).ifPresent(this::delete);
    }

    /** The guild goes, and all of them with it. Nobody is told. */
    public void forgetAll() {
        changes.write(Write.deletePartition(StageInstances.TABLE, guild.id()));
        guild.removePart(Stages.class);
    }

    private void tell(DispatchEvent name, RowView stage) {
        changes.event(told(name, stage).build());
    }

    static Event.Builder told(DispatchEvent name, RowView stage) {
        return Events.inChannel(name, stage.get(StageInstances.CHANNEL_ID), StageView.json(stage))
                .setPermissions(Permission.VIEW_CHANNEL.mask());
    }
}
