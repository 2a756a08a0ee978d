package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.SightSweep;
import jakarta.inject.Singleton;

/** People hear of some more channels that show to them, or do not any more, because they have other roles or the guild another owner. */
@Singleton
public final class SweepSight implements GuildStep {
    @Override
    public String step() {
        return SightSweep.STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        SightSweep.of(body).goOn(guild, changes);
        return Reply.noContent();
    }
}
