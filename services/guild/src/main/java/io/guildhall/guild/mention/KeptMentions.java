package io.guildhall.guild.mention;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.readstate.MentionListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Mentions;
import io.guildhall.model.table.catalogue.MessageBucket;
import jakarta.inject.Singleton;

/** Keeps what mentions a person by name for a while. Told again after the person has dismissed it, it stays dismissed. */
@Singleton
public final class KeptMentions implements MentionListener {
    @Override
    public void mentioned(UserState user, JsonNode mention, Changes changes) {
        if (!mention.hasNonNull("guild_id")) {
            // An owner of an earlier version doesn't say where it was.
            return;
        }
        long message = Snowflake.parse(mention.path("message_id").asText());
        changes.write(Write.to(Mentions.TABLE, user.id(), MessageBucket.of(message), message)
                .set(
                        Mentions.CHANNEL_ID,
                        Snowflake.parse(mention.path("channel_id").asText()))
                .set(Mentions.GUILD_ID, Snowflake.parse(mention.path("guild_id").asText()))
                .build());
    }
}
