package io.guildhall.guild.channel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;

/** One channel of a guild. */
@Singleton
public final class GetChannel implements GuildOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.GET_CHANNEL;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(guild.channel(call.id("channel_id")).payload());
    }
}
