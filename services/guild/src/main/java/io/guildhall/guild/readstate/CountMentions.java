package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** How many of these mentions of everyone and of roles are for a member, by channel: those in channels that it sees, of roles that it bears. */
@Singleton
public final class CountMentions implements GuildStep {
    static final String STEP = "countMentions";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public List<ReadRequest> foreseen(long guildId, JsonNode body) {
        return MentionedChannels.foreseen(guildId, body);
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        GuildMember member = guild.member(Snowflake.parse(body.path("user_id").asText()));
        MentionedChannels seen = new MentionedChannels(guild, member, Permission.VIEW_CHANNEL);
        ObjectNode counts = Json.object();
        for (JsonNode mention : body.path("mentions")) {
            String channel = mention.path("channel_id").asText();
            if (isMeant(member, mention) && seen.open(mention)) {
                counts.put(channel, counts.path(channel).asInt() + 1);
            }
        }
        return Reply.json(counts);
    }

    /** Whether a message that mentions these roles, or everyone, is for a member. */
    public static boolean isMeant(GuildMember member, JsonNode mention) {
        if (mention.path("everyone").asBoolean()) {
            return true;
        }
        for (JsonNode role : mention.path("roles")) {
            if (member.hasRole(Snowflake.parse(role.asText()))) {
                return true;
            }
        }
        return false;
    }
}
