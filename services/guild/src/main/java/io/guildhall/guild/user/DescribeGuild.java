package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.OwnGuild;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** What a guild looks like in the list of a member's guilds. */
@Singleton
public final class DescribeGuild implements GuildStep {
    static final String STEP = "describeGuild";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        GuildMember member = guild.member(Snowflake.parse(body.path("user_id").asText()));
        boolean counts = body.path("with_counts").asBoolean(false);
        GuildProperties properties = guild.properties();
        return Reply.json(new OwnGuild(
                properties.id(),
                properties.name(),
                properties.icon(),
                properties.banner(),
                guild.permissions().isOwner(member),
                Permission.format(guild.permissions().of(member)),
                properties.features(),
                counts ? guild.memberCount() : null,
                counts ? guild.presences().onlineCount() : null));
    }
}
