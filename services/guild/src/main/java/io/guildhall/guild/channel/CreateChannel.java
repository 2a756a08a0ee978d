package io.guildhall.guild.channel;

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
import java.util.Optional;

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
        int type = call.body().path("type").asInt(ChannelType.GUILD_TEXT.number());
        Optional<Long> parent = call.bodyId("parent_id");
        boolean brought = call.hasValue("permission_overwrites");
        long id = ids.next();
        call.audit().target(id).change("type", null, type);
        RowView row = ChannelFields.created(guild.id(), id, type, ChannelOrder.end(guild, ChannelType.of(type)));
        row = ChannelFields.patch(row, call.body(), call.audit());
        row = Rows.with(row, Channels.PARENT_ID, parent.orElse(null));
        row = Rows.with(row, Channels.OVERWRITES, Json.write(overwrites(guild, call, parent, brought)));
        row = Rows.with(row, Channels.AVAILABLE_TAGS, ForumTags.read(call.body(), ids));
        GuildChannel channel = GuildChannel.of(row);
        new ChannelSaving(guild, guild.member(call.callerId()), changes).create(channel, !brought, call.audit());
        return Reply.json(channel.payload());
    }

    private static List<PermissionOverwrite> overwrites(
            GuildState guild, Call call, Optional<Long> parent, boolean brought) {
        return brought
                ? OverwriteGuard.read(call.body().get("permission_overwrites"))
                : parent.flatMap(guild::findChannel)
                        .map(GuildChannel::overwriteList)
                        .orElse(List.of());
    }
}
