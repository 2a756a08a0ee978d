package io.guildhall.guild.invite;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import jakarta.inject.Singleton;

/** The invites that lead to one channel. */
@Singleton
public final class ListChannelInvites implements GuildOperation {
    @Override
    public Operation operation() {
        return InviteOperations.LIST_CHANNEL_INVITES;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        long channel = call.id("channel_id");
        return Reply.json(InviteView.list(
                guild,
                InviteBook.of(guild).all().stream()
                        .filter(invite -> invite.channelId() == channel)
                        .toList()));
    }
}
