package io.guildhall.guild.linking;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.ChannelLink;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildEdits;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** Who manages a channel ends its link to a lobby, whoever made it. Nothing happens to one that has none. */
@Singleton
public final class UnlinkChannel implements GuildOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.UNLINK_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel before = guild.channel(call.id("channel_id"));
        guild.permissions().require(guild.member(call.callerId()), before, Permission.MANAGE_CHANNELS);
        GuildChannel after = ChannelLink.without(before);
        Linking.draft(call.audit().target(before.id()), before, after);
        ChannelLink.of(before).ifPresentOrElse(link -> link.end(changes), call.audit()::skip);
        new GuildEdits(guild, changes).saveChannel(after);
        return Reply.json(guild.channel(before.id()).payload());
    }
}
