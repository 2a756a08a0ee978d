package io.guildhall.guild.channel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.scheduledevent.EventEdits;
import io.guildhall.guild.stage.StageEdits;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.guild.webhook.WebhookBook;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Guilds;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Deletes a channel, unless its guild needs it. Its threads go with it; the channels of a category stay and belong to none; who was in a voice channel leaves.
 * Messages and archived threads are removed later, in the background.
 */
@Singleton
public final class DeleteChannel implements GuildOperation {
    private static final List<Column<Long>> NAMED = List.of(
            Guilds.SYSTEM_CHANNEL_ID,
            Guilds.WIDGET_CHANNEL_ID,
            Guilds.AFK_CHANNEL_ID,
            Guilds.RULES_CHANNEL_ID,
            Guilds.PUBLIC_UPDATES_CHANNEL_ID,
            Guilds.SAFETY_ALERTS_CHANNEL_ID);

    private final VoiceUpdates voice;
    private final PurgeRequests purges;

    public DeleteChannel(VoiceUpdates voice, PurgeRequests purges) {
        this.voice = voice;
        this.purges = purges;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.DELETE_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        guild.permissions().require(guild.member(call.callerId()), channel, Permission.MANAGE_CHANNELS);
        new CommunityChannels(guild).requireDeletable(channel.id());
        call.audit()
                .target(channel.id())
                .change("name", channel.name(), null)
                .change("type", channel.type().number(), null);
        GuildEdits edits = new GuildEdits(guild, changes);
        voice.empty(guild, channel, changes);
        guild.channels().stream()
                .filter(child -> child.parentId() == channel.id())
                .toList()
                .forEach(child -> edits.saveChannel(child.with(Channels.PARENT_ID, null)));
        new WebhookBook(guild).forgetOf(channel.id(), changes);
        new EventEdits(guild, changes).deleteIn(channel.id());
        new StageEdits(guild, changes).deleteIn(channel.id());
        guild.threads().of(channel.id()).forEach(thread -> {
            new ThreadEdits(guild, changes).forget(thread);
            purges.add(guild, thread.id(), changes);
        });
        edits.deleteChannel(channel);
        purges.add(guild, channel.id(), changes);
        edits.saveGuild(withoutChannel(guild, channel.id()));
        return Reply.json(channel.payload());
    }

    private static RowView withoutChannel(GuildState guild, long channelId) {
        RowView row = guild.row();
        for (Column<Long> column : NAMED) {
            if (row.get(column, 0L) == channelId) {
                row = Rows.with(row, column, null);
            }
        }
        return row;
    }
}
