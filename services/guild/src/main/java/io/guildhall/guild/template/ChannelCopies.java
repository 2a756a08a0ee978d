package io.guildhall.guild.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Channel;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import java.util.Map;

/** Channels as a template has them: of the four types that every guild may have, with numbers in the place of ids. */
record ChannelCopies(Map<Long, Integer> roleNumbers, Map<Long, Integer> channelNumbers) {
    private static final int USUAL_BITRATE = 64_000;

    ObjectNode json(Channel channel) {
        ObjectNode json = Json.object()
                .put("id", channelNumbers.get(Snowflake.parse(channel.id())))
                .put("type", type(ChannelType.of(channel.type())).number())
                .put("name", channel.name())
                .put("position", channel.position())
                .put("topic", channel.topic())
                .put("bitrate", channel.bitrate() == null ? USUAL_BITRATE : channel.bitrate())
                .put("user_limit", channel.userLimit() == null ? 0 : channel.userLimit())
                .put("nsfw", channel.nsfw())
                .put("rate_limit_per_user", channel.rateLimitPerUser())
                .put("parent_id", number(channel.parentId()))
                .put("default_auto_archive_duration", channel.defaultAutoArchiveDuration());
        json.set("permission_overwrites", overwrites(channel));
        json.set("available_tags", tags(channel.availableTags()));
        json.put("template", "");
        json.set("default_reaction_emoji", ownless(channel.defaultReactionEmoji()));
        return json.put("default_thread_rate_limit_per_user", channel.defaultThreadRateLimitPerUser())
                .put("default_sort_order", channel.defaultSortOrder())
                .put("default_forum_layout", channel.defaultForumLayout())
                .putNull("default_tag_setting")
                .putNull("theme_color");
    }

    /** What stands for the channel; null for none. */
    String number(String channelId) {
        Integer number = channelId == null ? null : channelNumbers.get(Snowflake.parse(channelId));
        return number == null ? null : Integer.toString(number);
    }

    private ArrayNode overwrites(Channel channel) {
        ArrayNode list = Json.array();
        for (PermissionOverwrite overwrite : channel.permissionOverwrites()) {
            Integer role = roleNumbers.get(Snowflake.parse(overwrite.id()));
            if (overwrite.type() == PermissionOverwrite.ROLE && role != null) {
                list.add(Json.<JsonNode>tree(new PermissionOverwrite(
                        Integer.toString(role), overwrite.type(), overwrite.allow(), overwrite.deny())));
            }
        }
        return list;
    }

    private static JsonNode tags(JsonNode tags) {
        if (tags == null) {
            return Json.array();
        }
        ArrayNode list = Json.array();
        for (JsonNode tag : tags) {
            list.addObject()
                    .put("id", list.size())
                    .put("name", tag.path("name").asText())
                    .putNull("emoji_id")
                    .put("emoji_name", tag.path("emoji_name").textValue())
                    .put("moderated", tag.path("moderated").asBoolean());
        }
        return list;
    }

    /** Emojis of the guild's own are not copied. */
    private static JsonNode ownless(JsonNode emoji) {
        return emoji == null || emoji.hasNonNull("emoji_id") ? null : emoji;
    }

    private static ChannelType type(ChannelType type) {
        return switch (type) {
            case GUILD_VOICE, GUILD_STAGE_VOICE -> ChannelType.GUILD_VOICE;
            case GUILD_CATEGORY -> ChannelType.GUILD_CATEGORY;
            case GUILD_FORUM, GUILD_MEDIA -> ChannelType.GUILD_FORUM;
            case GUILD_TEXT,
                    GUILD_ANNOUNCEMENT,
                    GUILD_DIRECTORY,
                    DM,
                    GROUP_DM,
                    ANNOUNCEMENT_THREAD,
                    PUBLIC_THREAD,
                    PRIVATE_THREAD -> ChannelType.GUILD_TEXT;
        };
    }
}
