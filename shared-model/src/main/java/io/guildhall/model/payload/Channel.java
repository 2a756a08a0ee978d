package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.voice.VoiceRegions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A channel of a guild. Voice and stage channels have a bitrate, a user limit and a video quality mode; forum and media
 * channels have tags, a layout and a sort order; in other types these are absent.
 */
@RegisterForReflection
public record Channel(
        String id,
        int type,
        String guildId,
        String name,
        int position,
        int flags,
        String parentId,
        List<PermissionOverwrite> permissionOverwrites,
        boolean nsfw,
        String topic,
        String lastMessageId,
        String lastPinTimestamp,
        int rateLimitPerUser,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer bitrate,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer userLimit,
        String rtcRegion,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer videoQualityMode,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer defaultAutoArchiveDuration,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer defaultThreadRateLimitPerUser,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode availableTags,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode defaultReactionEmoji,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer defaultSortOrder,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer defaultForumLayout,
        @JsonInclude(JsonInclude.Include.NON_NULL) String defaultTagSetting,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode linkedLobby) {

    /** Reads a row of {@link Channels}. */
    public static Channel from(RowView row) {
        ChannelType type = ChannelType.of(row.get(Channels.TYPE, 0L).intValue());
        boolean voice = type.voice();
        boolean forum = type.threadsOnly();
        return new Channel(
                Snowflake.format(row.get(Channels.CHANNEL_ID)),
                type.number(),
                Snowflake.format(row.get(Channels.GUILD_ID)),
                row.get(Channels.NAME),
                row.get(Channels.POSITION, 0L).intValue(),
                row.get(Channels.FLAGS, 0L).intValue(),
                row.find(Channels.PARENT_ID).map(Snowflake::format).orElse(null),
                Json.readList(row.get(Channels.OVERWRITES, ByteString.EMPTY), PermissionOverwrite.class),
                row.get(Channels.NSFW, false),
                row.get(Channels.TOPIC),
                row.find(Channels.LAST_MESSAGE_ID).map(Snowflake::format).orElse(null),
                Json.timestampOrNull(row.get(Channels.LAST_PIN_AT)),
                row.get(Channels.RATE_LIMIT_PER_USER, 0L).intValue(),
                voice ? row.get(Channels.BITRATE, 64_000L).intValue() : null,
                voice ? row.get(Channels.USER_LIMIT, 0L).intValue() : null,
                VoiceRegions.existing(row.get(Channels.RTC_REGION)),
                voice ? row.get(Channels.VIDEO_QUALITY_MODE, 1L).intValue() : null,
                Numbers.toInteger(row.get(Channels.DEFAULT_AUTO_ARCHIVE_DURATION)),
                Numbers.toInteger(row.get(Channels.DEFAULT_THREAD_RATE_LIMIT_PER_USER)),
                forum ? Json.parse(row.get(Channels.AVAILABLE_TAGS, "[]")) : null,
                row.find(Channels.DEFAULT_REACTION_EMOJI).map(Channel::reaction).orElse(null),
                Numbers.toInteger(row.get(Channels.DEFAULT_SORT_ORDER)),
                forum ? row.get(Channels.DEFAULT_FORUM_LAYOUT, 0L).intValue() : null,
                forum ? row.get(Channels.DEFAULT_TAG_SETTING) : null,
                row.find(Channels.LINKED_LOBBY).map(lobby -> link(row, lobby)).orElse(null));
    }

    /** The lobby of a game that hears what is said here, and who linked the two. */
    private static JsonNode link(RowView row, long lobby) {
        return Json.object()
                .put("lobby_id", Snowflake.format(lobby))
                .put("application_id", Snowflake.format(row.get(Channels.LINKED_APPLICATION, 0L)))
                .put("linked_by", Snowflake.format(row.get(Channels.LINKED_BY, 0L)));
    }

    /** With both fields, of which requests may name one. */
    private static JsonNode reaction(String asked) {
        JsonNode emoji = Json.parse(asked);
        return Json.object()
                .put("emoji_id", emoji.path("emoji_id").asText(null))
                .put("emoji_name", emoji.path("emoji_name").asText(null));
    }
}
