package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadEdits;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import jakarta.inject.Singleton;
import java.util.List;

/** The caller comes into a thread. */
@Singleton
public final class JoinThread implements ThreadOperation {
    @Override
    public Operation operation() {
        return ThreadOperations.JOIN_THREAD;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        if (!thread.joinedBy(caller)) {
            ThreadMembership.requireRoom(thread);
            new ThreadEdits(guild, changes).add(thread, List.of(caller));
        }
        return Reply.noContent();
    }
}
