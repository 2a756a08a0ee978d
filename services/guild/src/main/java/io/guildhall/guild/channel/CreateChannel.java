package io.guildhall.guild.channel;

import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;
import java.util.List;

/** A new channel; in a category it begins with the category's overwrites unless it brings its own. */
@Singleton
public final class CreateChannel implements GuildOperation {

    private final SnowflakeGenerator ids;

    public CreateChannel(SnowflakeGenerator ids) {
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.CREATE_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        ChannelSettings settings = ChannelSettings.of(call.body());
        int type = settings.type().or((long) ChannelType.GUILD_TEXT.number()).intValue();
        boolean brought = settings.permissionOverwrites().hasValue();
        long id = ids.next();
        call.audit().target(id).change("type", null, type);
        RowView row = ChannelFields.created(guild.id(), id, type, ChannelOrder.end(guild, ChannelType.of(type)));
        row = ChannelFields.patch(row, settings, EmojiGuard.of(guild), call.audit());
        row = Rows.with(row, Channels.PARENT_ID, settings.parentId().orNull());
        row = Rows.with(row, Channels.OVERWRITES, Json.bytes(overwrites(guild, settings)));
        row = new ForumTags(guild, ids).patch(row, settings.availableTags(), call.audit());
        GuildChannel channel = GuildChannel.of(row);
        new ChannelSaving(guild, guild.member(call.callerId()), changes).create(channel, !brought, call.audit());
        return Reply.json(channel.payload());
    }

    private static List<PermissionOverwrite> overwrites(GuildState guild, ChannelSettings settings) {
        return settings.permissionOverwrites().value().map(OverwriteGuard::read).orElseGet(() -> settings.parentId()
                .value()
                .flatMap(guild::findChannel)
                .map(GuildChannel::overwriteList)
                .orElse(List.of()));
    }
}
