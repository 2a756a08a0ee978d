package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushSteps;
import jakarta.inject.Singleton;

/**
 * For which members a message is meant besides those that it mentions by name: some thousand members at a time, outside the mailbox, so that a guild
 * of a million goes on meanwhile. Whoever asks goes on behind {@code next} until there is none.
 */
@Singleton
public final class PushAudience implements GuildStep {
    @Override
    public String step() {
        return PushSteps.AUDIENCE;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        GuildSnapshot snapshot = guild.snapshot();
        return Reply.later(() -> {
            ObjectNode answer =
                    MeantMembers.of(snapshot, body).map(MeantMembers::page).orElseGet(Json::object);
            return Reply.json(answer);
        });
    }
}
