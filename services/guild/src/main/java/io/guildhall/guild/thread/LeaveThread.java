package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import jakarta.inject.Singleton;

/** The caller leaves a thread. */
@Singleton
public final class LeaveThread implements ThreadOperation {
    @Override
    public Operation operation() {
        return ThreadOperations.LEAVE_THREAD;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        new ThreadEdits(guild, changes).remove(thread, call.callerId());
        return Reply.noContent();
    }
}
