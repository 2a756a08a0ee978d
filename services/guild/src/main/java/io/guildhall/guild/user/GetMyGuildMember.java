package io.guildhall.guild.user;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import jakarta.inject.Singleton;

/** The caller as a member of a guild. */
@Singleton
public final class GetMyGuildMember implements GuildOperation {
    @Override
    public Operation operation() {
        return UserOperations.GET_MY_GUILD_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(guild.member(call.callerId()).payload());
    }
}
