package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import jakarta.inject.Singleton;

/** Somebody who is in a thread. */
@Singleton
public final class GetThreadMember implements ThreadOperation {
    @Override
    public Operation operation() {
        return ThreadOperations.GET_THREAD_MEMBER;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        return Reply.json(ThreadMembership.get(guild, thread, call));
    }
}
