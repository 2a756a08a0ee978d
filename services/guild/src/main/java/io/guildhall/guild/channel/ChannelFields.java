package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.patch.Patch;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.Locale;

/** Channels as rows: what a new one has, and what a request may change. Parent and overwrites are checked elsewhere. */
public final class ChannelFields {
    private static final long USUAL_BITRATE = 64_000;

    private static final long REQUIRE_TAG = 1 << 4;
    private static final long HIDE_MEDIA_DOWNLOAD_OPTIONS = 1 << 15;

    private ChannelFields() {}

    /** A channel as it is before the request's fields are applied. */
    public static RowView created(long guildId, long channelId, int type, long position) {
        RowView row = Rows.create(Channels.TABLE, guildId, channelId);
        row = Rows.with(row, Channels.TYPE, (long) type);
        row = Rows.with(row, Channels.POSITION, position);
        if (ChannelType.of(type).voice()) {
            row = Rows.with(row, Channels.BITRATE, USUAL_BITRATE);
        }
        return row;
    }

    /** @throws io.guildhall.model.error.ApiException when a field is beyond what a channel of this type may have */
    public static RowView patch(RowView row, JsonNode body, AuditDraft audit) {
        Patch patch = new Patch(row, body, audit)
                .text("topic", Channels.TOPIC)
                .number("position", Channels.POSITION)
                .flag("nsfw", Channels.NSFW)
                .number("rate_limit_per_user", Channels.RATE_LIMIT_PER_USER)
                .number("bitrate", Channels.BITRATE)
                .number("user_limit", Channels.USER_LIMIT)
                .text("rtc_region", Channels.RTC_REGION)
                .number("video_quality_mode", Channels.VIDEO_QUALITY_MODE)
                .number("default_auto_archive_duration", Channels.DEFAULT_AUTO_ARCHIVE_DURATION)
                .number("default_thread_rate_limit_per_user", Channels.DEFAULT_THREAD_RATE_LIMIT_PER_USER)
                .flags("flags", Channels.FLAGS, settableFlags(row))
                .json("default_reaction_emoji", Channels.DEFAULT_REACTION_EMOJI)
                .number("default_sort_order", Channels.DEFAULT_SORT_ORDER)
                .number("default_forum_layout", Channels.DEFAULT_FORUM_LAYOUT);
        if (body.hasNonNull("name")) {
            patch.set("name", Channels.NAME, name(row, body.get("name").asText()));
        }
        ChannelLimits.require(row, patch.row());
        return patch.row();
    }

    private static long settableFlags(RowView row) {
        return switch (ChannelType.of(row.get(Channels.TYPE, 0L).intValue())) {
            case GUILD_FORUM -> REQUIRE_TAG;
            case GUILD_MEDIA -> REQUIRE_TAG | HIDE_MEDIA_DOWNLOAD_OPTIONS;
            case GUILD_TEXT,
                    GUILD_ANNOUNCEMENT,
                    DM,
                    GUILD_VOICE,
                    GROUP_DM,
                    GUILD_CATEGORY,
                    ANNOUNCEMENT_THREAD,
                    PUBLIC_THREAD,
                    PRIVATE_THREAD,
                    GUILD_STAGE_VOICE,
                    GUILD_DIRECTORY -> 0;
        };
    }

    /** Text channels are named in lower case, with dashes for spaces. */
    private static String name(RowView row, String asked) {
        return switch (ChannelType.of(row.get(Channels.TYPE, 0L).intValue())) {
            case GUILD_TEXT, GUILD_ANNOUNCEMENT, GUILD_FORUM, GUILD_MEDIA ->
                asked.toLowerCase(Locale.ROOT).replace(' ', '-');
            case DM,
                    GUILD_VOICE,
                    GROUP_DM,
                    GUILD_CATEGORY,
                    ANNOUNCEMENT_THREAD,
                    PUBLIC_THREAD,
                    PRIVATE_THREAD,
                    GUILD_STAGE_VOICE,
                    GUILD_DIRECTORY -> asked;
        };
    }
}
