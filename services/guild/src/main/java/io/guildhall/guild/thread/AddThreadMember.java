package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.List;

/** Brings somebody into a thread who may see its parent; a notice says who did. */
@Singleton
public final class AddThreadMember implements ThreadOperation {
    private final ThreadNotices notices;

    public AddThreadMember(ThreadNotices notices) {
        this.notices = notices;
    }

    @Override
    public Operation operation() {
        return ThreadOperations.ADD_THREAD_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        GuildMember member = guild.member(call.id("user_id"));
        if (!thread.invitable()) {
            guild.permissions().require(caller, thread, Permission.MANAGE_THREADS);
        }
        if (!guild.permissions().has(member, guild.channel(thread.parentId()), Permission.VIEW_CHANNEL)) {
            throw ApiException.of(ErrorCode.MISSING_ACCESS);
        }
        if (thread.joinedBy(member)) {
            return Reply.noContent();
        }
        ThreadMembership.requireRoom(thread);
        GuildThread after = new ThreadEdits(guild, changes).add(thread, List.of(member));
        if (member.id() != caller.id()) {
            notices.added(guild, after, caller, member.id(), changes);
        }
        return Reply.noContent();
    }
}
