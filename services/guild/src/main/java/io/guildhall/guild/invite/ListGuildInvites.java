package io.guildhall.guild.invite;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.InviteOperations;
import jakarta.inject.Singleton;

/** All invites to a guild. */
@Singleton
public final class ListGuildInvites implements GuildOperation {
    @Override
    public Operation operation() {
        return InviteOperations.LIST_GUILD_INVITES;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(InviteView.list(guild, InviteBook.of(guild).all()));
    }
}
