package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadListing;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ThreadOperations;
import jakarta.inject.Singleton;
import java.util.Comparator;

/** The active threads of a guild that show to the caller, the newest first. */
@Singleton
public final class ListActiveThreads implements GuildOperation {
    @Override
    public Operation operation() {
        return ThreadOperations.LIST_ACTIVE_THREADS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        return Reply.ready(ThreadListing.of(
                        caller,
                        guild.threads().byId().values().stream()
                                .filter(thread -> guild.permissions().shows(caller, thread))
                                .sorted(Comparator.comparingLong(GuildThread::id)
                                        .reversed())
                                .toList())
                .page(false));
    }
}
