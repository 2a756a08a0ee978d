package io.guildhall.guild.channel;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ChannelOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Nobody is brought into a channel of a guild as into a group, or taken out of it: overwrites say who sees it. */
@Singleton
public final class RecipientsElsewhere {
    @Produces
    @Singleton
    public GuildOperation addRecipient() {
        return new Refusal(ChannelOperations.ADD_RECIPIENT);
    }

    @Produces
    @Singleton
    public GuildOperation removeRecipient() {
        return new Refusal(ChannelOperations.REMOVE_RECIPIENT);
    }

    private record Refusal(Operation operation) implements GuildOperation {
        @Override
        public Reply handle(GuildState guild, Call call, Changes changes) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
    }
}
