package io.guildhall.guild.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.readstate.CountMentions;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.thread.Places;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;

/** Which of these messages are for a member, who may read what was said in their channels. */
@Singleton
public final class OwnMentions implements GuildStep {
    static final String STEP = "ownMentions";

    private static final long NEEDED = Permission.of(Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        GuildMember member = guild.member(Snowflake.parse(body.path("user_id").asText()));
        ArrayNode own = Json.array();
        for (JsonNode mention : body.path("mentions")) {
            if (CountMentions.isMeant(member, mention)
                    && reads(
                            guild,
                            member,
                            Snowflake.parse(mention.path("channel_id").asText()))) {
                own.add(mention.path("message_id").asText());
            }
        }
        return Reply.json(own);
    }

    private static boolean reads(GuildState guild, GuildMember member, long channel) {
        return Places.find(guild, channel)
                .filter(place -> Permission.holdsAll(place.permissions(member.id()), NEEDED))
                .isPresent();
    }
}
