package io.guildhall.guild.channel;

import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Changes a channel. Overwrites need MANAGE_ROLES too; a text channel may become an announcement channel and back. */
@Singleton
public final class UpdateChannel implements GuildOperation {
    private final SnowflakeGenerator ids;

    public UpdateChannel(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.UPDATE_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel before = guild.channel(call.id("channel_id"));
        GuildMember caller = guild.member(call.callerId());
        guild.permissions().require(caller, before, Permission.MANAGE_CHANNELS);
        call.audit().target(before.id());
        GuildChannel channel =
                GuildChannel.of(changed(guild, before, ChannelChange.inGuild(call.body()), call.audit()));
        new CommunityChannels(guild).requireType(channel.id(), channel.type());
        new ChannelSaving(guild, caller, changes).change(before, channel, call.audit());
        return Reply.json(channel.payload());
    }

    private RowView changed(GuildState guild, GuildChannel before, ChannelChange body, AuditDraft audit) {
        ChannelSettings settings = body.settings();
        RowView row = ChannelFields.patch(before.row(), settings, EmojiGuard.of(guild), audit);
        settings.type().value().ifPresent(type -> requireSwitch(before.type(), ChannelType.of(type.intValue())));
        row = new Patch(row, audit)
                .flags(body.flags(), Channels.FLAGS, ChannelFields.settableFlags(before.row()))
                .put(settings.type(), Channels.TYPE)
                .put(settings.parentId(), Channels.PARENT_ID)
                .row();
        if (settings.permissionOverwrites().named()) {
            List<PermissionOverwrite> overwrites =
                    OverwriteGuard.read(settings.permissionOverwrites().or(List.of()));
            row = Rows.with(row, Channels.OVERWRITES, Json.bytes(overwrites));
        }
        return new ForumTags(guild, ids).patch(row, settings.availableTags(), audit);
    }

    private static void requireSwitch(ChannelType from, ChannelType to) {
        Set<ChannelType> exchangeable = Set.of(ChannelType.GUILD_TEXT, ChannelType.GUILD_ANNOUNCEMENT);
        if (from != to && !(exchangeable.contains(from) && exchangeable.contains(to))) {
            throw ApiException.invalidField("type", "CHANNEL_TYPE_INVALID", "Invalid channel type");
        }
    }
}
