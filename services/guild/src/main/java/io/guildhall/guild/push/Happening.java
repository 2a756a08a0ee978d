package io.guildhall.guild.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.notification.GuildNotifications.Level;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/**
 * A message of which people may be told.
 *
 * @param guildId 0 for a private channel
 * @param parentId of a thread's channel, else 0
 * @param silent its author wants nobody to be told
 * @param defaultLevel that holds for whoever said nothing about the guild
 */
record Happening(
        long guildId,
        long channelId,
        long parentId,
        long messageId,
        long authorId,
        boolean silent,
        Level defaultLevel) {
    static Happening of(JsonNode body) {
        return new Happening(
                id(body, "guild_id"),
                id(body, "channel_id"),
                id(body, "parent_id"),
                id(body, "message_id"),
                id(body, "author_id"),
                body.path("silent").asBoolean(),
                Level.of(body.path("default_level").asInt()));
    }

    ObjectNode json() {
        return Json.object()
                .put("guild_id", Snowflake.format(guildId))
                .put("channel_id", Snowflake.format(channelId))
                .put("parent_id", Snowflake.format(parentId))
                .put("message_id", Snowflake.format(messageId))
                .put("author_id", Snowflake.format(authorId))
                .put("silent", silent)
                .put("default_level", defaultLevel.number());
    }

    private static long id(JsonNode body, String field) {
        return body.hasNonNull(field) ? Snowflake.parse(body.get(field).asText()) : 0;
    }
}
