package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import jakarta.inject.Singleton;

/** One member. */
@Singleton
public final class GetMember implements GuildOperation {
    @Override
    public Operation operation() {
        return MemberOperations.GET_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(guild.member(call.id("user_id")).payload());
    }
}
