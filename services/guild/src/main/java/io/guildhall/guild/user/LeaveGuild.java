package io.guildhall.guild.user;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.UserOperations;
import jakarta.inject.Singleton;

/** The caller leaves a guild; its owner can't. */
@Singleton
public final class LeaveGuild implements GuildOperation {
    @Override
    public Operation operation() {
        return UserOperations.LEAVE_GUILD;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        if (guild.ownerId() == call.callerId()) {
            throw ApiException.of(ErrorCode.INVALID_GUILD);
        }
        GuildMember member = guild.member(call.callerId());
        new MemberEdits(guild, changes).remove(member);
        return Reply.noContent();
    }
}
