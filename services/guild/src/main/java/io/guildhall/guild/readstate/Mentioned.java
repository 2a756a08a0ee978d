package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.guild.relationship.Circle;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * A message of a guild mentions this person by name. It counts once, however often that is told, and not when it is read already or when its author is
 * blocked.
 */
@Singleton
public final class Mentioned implements UserStep {
    private final List<MentionListener> listeners;
    private final Clock clock;

    public Mentioned(@All List<MentionListener> listeners, Clock clock) {
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    @Override
    public String step() {
        return MentionNotices.MENTIONED;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        if (!user.isBot()
                && !Circle.blocks(user, Snowflake.parse(body.path("author_id").asText()))) {
            count(
                    user,
                    Snowflake.parse(body.path("channel_id").asText()),
                    Snowflake.parse(body.path("message_id").asText()),
                    changes);
            listeners.forEach(listener -> listener.mentioned(user, body, changes));
        }
        return Reply.noContent();
    }

    private void count(UserState user, long channelId, long messageId, Changes changes) {
        count(new ReadEdits(user, changes, clock.millis()), channelId, messageId);
    }

    static void count(ReadEdits edits, long channelId, long messageId) {
        ReadState before = edits.get(channelId);
        ReadState after = before.mentionedBy(messageId);
        if (!after.equals(before)) {
            edits.now(after);
        }
    }
}
