package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.ReadRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Removes the rows of some members of a guild that is deleted, and asks it to go on with the next. */
@Singleton
public final class ForgetMembers implements GuildStep {
    @Override
    public String step() {
        return GuildDeletion.STEP;
    }

    @Override
    public boolean afterDeletion() {
        return true;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return List.of(GuildDeletion.page(guildId, body));
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        // A guild that exists keeps its members, whoever asks.
        if (!guild.exists()) {
            GuildDeletion.forgetMembers(guild, body, changes);
        }
        return Reply.noContent();
    }
}
