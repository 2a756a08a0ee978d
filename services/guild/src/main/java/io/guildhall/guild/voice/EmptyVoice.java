package io.guildhall.guild.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Some more of those who were in a voice channel leave, which is gone. */
@Singleton
public final class EmptyVoice implements GuildStep {
    @Override
    public String step() {
        return EmptiedChannel.STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        EmptiedChannel.of(guild.id(), body).leave(guild, changes);
        return Reply.noContent();
    }
}
