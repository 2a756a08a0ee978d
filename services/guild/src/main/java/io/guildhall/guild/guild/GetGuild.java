package io.guildhall.guild.guild;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import jakarta.inject.Singleton;

/** A guild as its members see it, with counts when asked for. */
@Singleton
public final class GetGuild implements GuildOperation {
    @Override
    public Operation operation() {
        return GuildOperations.GET_GUILD;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        return Reply.json(
                call.queryFlag("with_counts") ? GuildPayloads.withCounts(guild) : GuildPayloads.update(guild));
    }
}
