package io.guildhall.guild.mention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.readstate.CountMentions;
import io.guildhall.guild.readstate.MentionedChannels;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ReadRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Which of these messages are for a member, who may read what was said in their channels. */
@Singleton
public final class OwnMentions implements GuildStep {
    static final String STEP = "ownMentions";

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
        MentionedChannels read =
                new MentionedChannels(guild, member, Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY);
        ArrayNode own = Json.array();
        for (JsonNode mention : body.path("mentions")) {
            if (CountMentions.isMeant(member, mention) && read.open(mention)) {
                own.add(mention.path("message_id").asText());
            }
        }
        return Reply.json(own);
    }
}
