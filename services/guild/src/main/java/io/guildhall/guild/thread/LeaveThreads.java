package io.guildhall.guild.thread;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.ThreadSweep;
import jakarta.inject.Singleton;

/** Users who left the guild leave some more of its threads. */
@Singleton
public final class LeaveThreads implements GuildStep {
    @Override
    public String step() {
        return ThreadSweep.STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        ThreadSweep.of(body).goOn(guild, changes);
        return Reply.noContent();
    }
}
