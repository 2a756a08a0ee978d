package io.guildhall.guild.notification;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import io.guildhall.model.id.Snowflake;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a person changes of what it wants to be told of several guilds. */
public record AllNotificationsBody(Given<JsonNode> guilds) {
    private static final String ME = "@me";

    public static AllNotificationsBody of(JsonNode body) {
        return new AllNotificationsBody(new Fields(body).tree("guilds"));
    }

    /** By guild. */
    Map<Long, NotificationBody> each() {
        Map<Long, NotificationBody> each = new LinkedHashMap<>();
        guilds.required()
                .properties()
                .forEach(entry -> each.put(id(entry.getKey()), NotificationBody.of(entry.getValue())));
        return each;
    }

    private static long id(String key) {
        return key.equals(ME) ? Notifications.PRIVATE : Snowflake.parse(key);
    }
}
