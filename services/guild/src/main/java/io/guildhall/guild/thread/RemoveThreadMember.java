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

/** Takes somebody out of a thread: for those who manage threads, and in a private thread for who began it. */
@Singleton
public final class RemoveThreadMember implements ThreadOperation {
    private final ThreadNotices notices;

    public RemoveThreadMember(ThreadNotices notices) {
        this.notices = notices;
    }

    @Override
    public Operation operation() {
        return ThreadOperations.REMOVE_THREAD_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        long userId = call.id("user_id");
        boolean own = userId == caller.id() || (thread.closed() && thread.ownerId() == caller.id());
        if (!own) {
            guild.permissions().require(caller, thread, Permission.MANAGE_THREADS);
        }
        if (!thread.members().contains(userId)) {
            throw ApiException.of(ErrorCode.UNKNOWN_MEMBER);
        }
        GuildThread after = new ThreadEdits(guild, changes).remove(thread, userId);
        if (userId != caller.id()) {
            notices.removed(guild, after, caller, userId, changes);
        }
        return Reply.noContent();
    }
}
