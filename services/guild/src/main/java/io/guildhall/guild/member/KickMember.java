package io.guildhall.guild.member;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.MemberOperations;
import jakarta.inject.Singleton;

/** Makes a member leave who stands below the caller. */
@Singleton
public final class KickMember implements GuildOperation {
    @Override
    public Operation operation() {
        return MemberOperations.KICK_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember target = guild.member(call.id("user_id"));
        guild.permissions().requireOutranks(guild.member(call.callerId()), target);
        call.audit().target(target.id());
        new MemberEdits(guild, changes).remove(target);
        return Reply.noContent();
    }
}
