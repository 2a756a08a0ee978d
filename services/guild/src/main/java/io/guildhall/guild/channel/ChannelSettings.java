package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.authority.OverwriteBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** What a request says about a channel of a guild. */
public record ChannelSettings(
        Given<String> name,
        Given<Long> type,
        Given<String> topic,
        Given<Long> bitrate,
        Given<Long> userLimit,
        Given<Boolean> nsfw,
        Given<Long> rateLimitPerUser,
        Given<Long> position,
        Given<Long> parentId,
        Given<List<OverwriteBody>> permissionOverwrites,
        Given<String> rtcRegion,
        Given<Long> videoQualityMode,
        Given<Long> defaultAutoArchiveDuration,
        Given<String> defaultReactionEmoji,
        Given<Long> defaultThreadRateLimitPerUser,
        Given<Long> defaultSortOrder,
        Given<Long> defaultForumLayout,
        Given<String> defaultTagSetting,
        Given<List<ForumTagBody>> availableTags) {
    public static ChannelSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ChannelSettings(
                fields.text("name"),
                fields.number("type"),
                fields.text("topic"),
                fields.number("bitrate"),
                fields.number("user_limit"),
                fields.flag("nsfw"),
                fields.number("rate_limit_per_user"),
                fields.number("position"),
                fields.snowflake("parent_id"),
                fields.list("permission_overwrites", OverwriteBody::of),
                fields.text("rtc_region"),
                fields.number("video_quality_mode"),
                fields.number("default_auto_archive_duration"),
                fields.json("default_reaction_emoji"),
                fields.number("default_thread_rate_limit_per_user"),
                fields.number("default_sort_order"),
                fields.number("default_forum_layout"),
                fields.text("default_tag_setting"),
                fields.list("available_tags", ForumTagBody::of));
    }
}
