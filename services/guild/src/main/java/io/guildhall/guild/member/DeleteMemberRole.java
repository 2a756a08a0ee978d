package io.guildhall.guild.member;

import io.guildhall.guild.authority.RoleGuard;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes a role from a member. */
@Singleton
public final class DeleteMemberRole implements GuildOperation {
    @Override
    public Operation operation() {
        return MemberOperations.DELETE_MEMBER_ROLE;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember target = guild.member(call.id("user_id"));
        long role = call.id("role_id");
        new RoleGuard(guild, guild.member(call.callerId())).requireGiving(role);
        Set<Long> next = new LinkedHashSet<>(target.roleList());
        next.remove(role);
        if (next.size() == target.roles().length) {
            call.audit().skip();
            return Reply.noContent();
        }
        RoleAudit.write(guild, call, target, next);
        new MemberEdits(guild, changes).save(target.withRoles(List.copyOf(next)));
        return Reply.noContent();
    }
}
