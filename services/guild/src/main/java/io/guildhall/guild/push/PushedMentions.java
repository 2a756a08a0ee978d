package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.readstate.MentionListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.push.PushReason;
import jakarta.inject.Singleton;
import java.util.Set;

/** Who is mentioned by name, or replied to. */
@Singleton
public final class PushedMentions implements MentionListener {
    private final Pushes pushes;

    public PushedMentions(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public void mentioned(UserState user, JsonNode mention, Changes changes) {
        boolean reply = mention.path("replied_to").asText().equals(Snowflake.format(user.id()));
        pushes.consider(user, Happening.of(mention), Set.of(reply ? PushReason.REPLY : PushReason.MENTION), changes);
    }
}
