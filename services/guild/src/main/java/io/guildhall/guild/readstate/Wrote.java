package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.guild.user.UserState;
import io.guildhall.guild.user.UserStep;
import io.guildhall.model.id.Snowflake;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Who writes into a channel has read it. Nobody is told: each client does the same when it sees the message. */
@Singleton
public final class Wrote implements UserStep {
    private final Clock clock;

    public Wrote(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String step() {
        return MentionNotices.WROTE;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        if (!user.isBot()) {
            read(
                    new ReadEdits(user, changes, clock.millis()),
                    Snowflake.parse(body.path("channel_id").asText()),
                    Snowflake.parse(body.path("message_id").asText()));
        }
        return Reply.noContent();
    }

    static void read(ReadEdits edits, long channelId, long messageId) {
        ReadState before = edits.get(channelId);
        if (messageId > before.lastMessageId()) {
            edits.later(before.readTo(messageId));
        }
    }
}
