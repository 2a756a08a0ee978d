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

/** Deletes a guild with everything in it. */
@Singleton
public final class DeleteGuild implements GuildOperation {
    private final PurgeRequests purges;

    public DeleteGuild(PurgeRequests purges) {
        this.purges = purges;
    }

    @Override
    public Operation operation() {
        return GuildOperations.DELETE_GUILD;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildDeletion.delete(guild, call, purges, changes);
        return Reply.noContent();
    }
}
