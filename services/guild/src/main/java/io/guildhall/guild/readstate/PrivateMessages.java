package io.guildhall.guild.readstate;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.guild.notification.Notifications;
import io.guildhall.guild.user.EventListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Every message in a private channel counts for those who did not write it. */
@Singleton
public final class PrivateMessages implements EventListener {
    private final Clock clock;

    public PrivateMessages(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void heard(UserState user, Event event, Changes changes) {
        if (user.isBot() || !event.getDirect() || !event.getName().equals(DispatchEvent.MESSAGE_CREATE.name())) {
            return;
        }
        JsonNode message = Json.parse(event.getPayload());
        long channel = Snowflake.parse(message.path("channel_id").asText());
        long id = Snowflake.parse(message.path("id").asText());
        ReadEdits edits = new ReadEdits(user, changes, clock.millis());
        if (message.path("author").path("id").asText().equals(Snowflake.format(user.id()))) {
            if (MentionNotices.readsByWriting(message.path("type").asLong())) {
                Wrote.read(edits, channel, id);
            }
        } else if (MentionNotices.countsInPrivate(
                        message.path("type").asLong(), message.path("flags").asLong())
                && (mentions(message, user) || !isMuted(user, channel))) {
            Mentioned.count(edits, channel, id);
        }
    }

    private boolean isMuted(UserState user, long channel) {
        return Notifications.of(user).in(Notifications.PRIVATE).mutes(channel, clock.millis());
    }

    private static boolean mentions(JsonNode message, UserState user) {
        for (JsonNode mentioned : message.path("mentions")) {
            if (mentioned.path("id").asText().equals(Snowflake.format(user.id()))) {
                return true;
            }
        }
        return false;
    }
}
