package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.MemberEdits;
import io.guildhall.model.id.Snowflake;
import jakarta.inject.Singleton;

/** An account was deleted: the guild removes the member. */
@Singleton
public final class AccountGone implements GuildStep {
    public static final String STEP = "accountGone";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        guild.findMember(Snowflake.parse(body.path("user_id").asText()))
                .ifPresent(new MemberEdits(guild, changes)::remove);
        return Reply.noContent();
    }
}
