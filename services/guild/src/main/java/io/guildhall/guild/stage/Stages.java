package io.guildhall.guild.stage;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.ShownInChannel;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.StageInstances;
import java.util.List;

/**
 * The stages of a guild on which something goes on, by channel. It never changes.
 *
 * @param silentSince of stages on which nobody speaks: since when, in ms since 1970
 */
record Stages(LongMap<RowView> byChannel, LongMap<Long> silentSince) implements ShownInChannel {
    private static final Stages NONE = new Stages(LongMap.empty(), LongMap.empty());

    /** Reads them when they were not needed yet. */
    static Stages of(GuildState guild) {
        return guild.part(Stages.class, Stages::load);
    }

    /** As a snapshot has them. */
    static Stages shown(GuildView guild) {
        return (Stages) guild.contents().parts().getOrDefault(Stages.class, NONE);
    }

    private static Stages load(GuildState guild) {
        Stages stages = NONE;
        for (RowView row : guild.storage().all(StageInstances.TABLE, guild.id())) {
            stages = stages.with(row);
        }
        return stages;
    }

    /** @throws ApiException 10067 when nothing goes on there */
    RowView in(long channelId) {
        return byChannel.find(channelId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_STAGE_INSTANCE));
    }

    @Override
    public List<Event.Builder> beginningIn(long channelId) {
        return byChannel.find(channelId).stream()
                .map(stage -> StageEdits.told(DispatchEvent.STAGE_INSTANCE_CREATE, stage))
                .toList();
    }

    Stages with(RowView row) {
        return new Stages(byChannel.with(row.get(StageInstances.CHANNEL_ID), row), silentSince);
    }

    Stages without(long channelId) {
        return new Stages(byChannel.without(channelId), silentSince.without(channelId));
    }

    Stages withSilentSince(LongMap<Long> next) {
        return new Stages(byChannel, next);
    }
}
