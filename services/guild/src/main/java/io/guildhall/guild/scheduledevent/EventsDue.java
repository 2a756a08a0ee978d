package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import jakarta.inject.Singleton;

/** Wakes a guild in which something is due: what that is has been done before this step, as before every command. */
@Singleton
public final class EventsDue implements GuildStep {
    static final String STEP = "scheduledEventsDue";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        guild.putPart(GuildEvents.of(guild).wakingAt(0));
        return Reply.noContent();
    }
}
