package io.guildhall.guild.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.RoleSweep;
import jakarta.inject.Singleton;

/** Some more channels follow from what became of roles. */
@Singleton
public final class SweepRoles implements GuildStep {
    @Override
    public String step() {
        return RoleSweep.STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        RoleSweep.of(body).goOn(guild, changes);
        return Reply.noContent();
    }
}
