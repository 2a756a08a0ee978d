package io.guildhall.guild.guild;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.purge.PurgeRequests;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GuildOperations;
import jakarta.inject.Singleton;

/** The route by which people's own clients delete a guild. */
@Singleton
public final class DeleteGuildByPost implements GuildOperation {
    private final PurgeRequests purges;

    public DeleteGuildByPost(PurgeRequests purges) {
        this.purges = purges;
    }

    @Override
    public Operation operation() {
        return GuildOperations.DELETE_GUILD_BY_POST;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildDeletion.delete(guild, call, purges, changes);
        return Reply.noContent();
    }
}
