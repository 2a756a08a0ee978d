package io.guildhall.guild.guild;

import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.actor.Reply;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Deletes a guild with everything in it. */
@Singleton
public final class DeleteGuild implements GuildOperation {
    @Override
    public String operation() {
        return "deleteGuild";
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildDeletion.delete(guild, call, changes);
        return Reply.noContent();
    }
}
