package io.guildhall.guild.thread;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.ThreadOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;

/** One thread, with what the caller is in it. */
@Singleton
public final class GetThread implements ThreadOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.GET_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, GuildThread thread, Call call, Changes changes) {
        return Reply.json(thread.payload(guild.member(call.callerId())));
    }
}
