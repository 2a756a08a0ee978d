package io.guildhall.guild.channel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.inject.Singleton;

/** The channels of a guild that the caller may see, in the order in which clients show them. */
@Singleton
public final class ListChannels implements GuildOperation {
    @Override
    public Operation operation() {
        return ChannelOperations.LIST_CHANNELS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildMember caller = guild.member(call.callerId());
        return Reply.json(guild.channelsInOrder().stream()
                .filter(channel -> guild.permissions().shows(caller, channel))
                .map(GuildChannel::payload)
                .toList());
    }
}
