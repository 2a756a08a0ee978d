package io.guildhall.guild.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import jakarta.inject.Singleton;

/** What a member looks like in its guild. */
@Singleton
public final class DescribeMember implements GuildStep {
    static final String STEP = "describeMember";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        return Reply.json(
                guild.member(Snowflake.parse(body.path("user_id").asText())).withBio());
    }
}
