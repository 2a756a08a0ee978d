package io.guildhall.guild.guild;

import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.actor.Reply;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** The route by which people's own clients delete a guild. */
@Singleton
public final class DeleteGuildByPost implements GuildOperation {
    @Override
    public String operation() {
        return "deleteGuildByPost";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildDeletion.delete(guild, call, changes);
        return Reply.noContent();
    }
}
