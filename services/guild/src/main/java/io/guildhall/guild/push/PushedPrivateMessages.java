package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.MentionNotices;
import io.guildhall.guild.notification.GuildNotifications.Level;
import io.guildhall.guild.user.EventListener;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.rpc.Event;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;

/** Who is written to in private. */
@Singleton
public final class PushedPrivateMessages implements EventListener {
    private final Pushes pushes;

    public PushedPrivateMessages(Pushes pushes) {
        this.pushes = pushes;
    }

    @Override
    public void heard(UserState user, Event event, Changes changes) {
        if (user.isBot()
                || !event.getDirect()
                || !event.getName().equals(DispatchEvent.MESSAGE_CREATE.name())
                || Devices.of(user).isEmpty()) {
            return;
        }
        JsonNode message = Json.parse(event.getPayload());
        long flags = message.path("flags").asLong();
        if (!MentionNotices.countsInPrivate(message.path("type").asLong(), flags)) {
            return;
        }
        Set<PushReason> reasons = EnumSet.of(PushReason.PRIVATE_MESSAGE);
        for (JsonNode mentioned : message.path("mentions")) {
            if (mentioned.path("id").asText().equals(Snowflake.format(user.id()))) {
                reasons.add(PushReason.MENTION);
            }
        }
        pushes.consider(
                user,
                new Happening(
                        0,
                        id(message, "channel_id"),
                        0,
                        id(message, "id"),
                        id(message.path("author"), "id"),
                        MentionNotices.isSilent(flags),
                        Level.ALL),
                reasons,
                changes);
    }

    private static long id(JsonNode node, String field) {
        return Snowflake.parse(node.path(field).asText());
    }
}
