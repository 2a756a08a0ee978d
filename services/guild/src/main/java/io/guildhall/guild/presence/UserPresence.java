package io.guildhall.guild.presence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Presence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A user's presence over all its sessions: the most present status, and the activities of the sessions that show, the oldest first. Of what somebody does
 * where they are invisible nobody hears, though they may be seen elsewhere. More activities than {@value #MOST_ACTIVITIES} are left out, since
 * everybody in the guild is sent them.
 */
public record UserPresence(long userId, String status, List<JsonNode> activities) {
    /** What others see as being there, from the most present to the least. */
    static final List<String> SEEN = List.of("online", "dnd", "idle");

    private static final int MOST_ACTIVITIES = 32;

    static UserPresence of(long userId, List<SessionPresence> sessions) {
        String status = sessions.stream()
                .map(SessionPresence::status)
                .filter(SEEN::contains)
                .min(Comparator.comparingInt(SEEN::indexOf))
                .orElse(SessionPresence.OFFLINE);
        List<JsonNode> activities = new ArrayList<>();
        if (!status.equals(SessionPresence.OFFLINE)) {
            sessions.stream()
                    .filter(SessionPresence::visible)
                    .flatMap(session -> session.activities().valueStream())
                    .limit(MOST_ACTIVITIES)
                    .forEach(activities::add);
        }
        return new UserPresence(userId, status, activities);
    }

    /** True when others see the user online. */
    public boolean visible() {
        return !status.equals(SessionPresence.OFFLINE);
    }

    /** As it stands in events; the guild's id is left out inside of GUILD_CREATE and chunks. */
    public Presence payload(String guildId) {
        ObjectNode clients = Json.object();
        if (visible()) {
            clients.put("web", status);
        }
        return new Presence(new Presence.UserId(Snowflake.format(userId)), guildId, status, activities, clients);
    }
}
