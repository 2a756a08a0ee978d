package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** Deletes a thread. Its messages are removed later, in the background. */
@Singleton
public final class DeleteThread implements ThreadOperation {
    private final PurgeRequests purges;

    public DeleteThread(PurgeRequests purges) {
        this.purges = purges;
    }

    @Override
    public Operation operation() {
        return ChannelOperations.DELETE_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        guild.permissions().require(guild.member(call.callerId()), thread, Permission.MANAGE_THREADS);
        call.audit()
                .action(AuditAction.THREAD_DELETE)
                .target(thread.id())
                .change("name", thread.name(), null)
                .change("type", thread.type().number(), null);
        new ThreadEdits(guild, changes).delete(thread);
        purges.add(guild, thread.id(), changes);
        return Reply.json(thread.payload());
    }
}
