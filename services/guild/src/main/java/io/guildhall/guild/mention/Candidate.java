package io.guildhall.guild.mention;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.BroadcastMentions;
import io.guildhall.model.table.catalogue.Mentions;
import java.util.List;

/**
 * A message that mentions a person, if the person may see it and, of one that does not name the person, bears one of the roles.
 *
 * @param named whether it mentions the person by name
 */
record Candidate(long messageId, long channelId, long guildId, boolean named, boolean everyone, List<Long> roles) {
    static Candidate byName(RowView row) {
        return new Candidate(
                row.get(Mentions.MESSAGE_ID),
                row.get(Mentions.CHANNEL_ID),
                row.get(Mentions.GUILD_ID, 0L),
                true,
                false,
                List.of());
    }

    /** Of what counts of it for the person; of nothing it is for nobody. */
    static Candidate ofMany(RowView row, boolean everyone, List<Long> roles) {
        return new Candidate(
                row.get(BroadcastMentions.MESSAGE_ID),
                row.get(BroadcastMentions.CHANNEL_ID),
                row.get(BroadcastMentions.GUILD_ID),
                false,
                everyone,
                roles);
    }

    boolean isForSomebody() {
        return named || everyone || !roles.isEmpty();
    }

    /** As the guild is asked about it. */
    ObjectNode question() {
        ObjectNode question = Json.object()
                .put("channel_id", Snowflake.format(channelId))
                .put("message_id", Snowflake.format(messageId))
                .put("everyone", named || everyone);
        ArrayNode list = question.putArray("roles");
        roles.forEach(role -> list.add(Snowflake.format(role)));
        return question;
    }
}
