package io.guildhall.guild.channel;

import io.guildhall.guild.authority.EmojiGuard;
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

    /** The flag of a forum in which every post has a tag. */
    public static final long REQUIRE_TAG = 1 << 4;

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

    /**
     * The row with what is asked.
     *
     * @throws io.guildhall.model.error.ApiException when a field is beyond what a channel of this type may have, 10014 for what is no
     *     emoji of the guild or of all
     */
    public static RowView patch(RowView row, ChannelSettings settings, EmojiGuard emojis, AuditDraft audit) {
        Patch patch = new Patch(row, audit)
                .put(settings.topic(), Channels.TOPIC)
                .put(settings.position(), Channels.POSITION)
                .put(settings.nsfw(), Channels.NSFW)
                .put(settings.rateLimitPerUser(), Channels.RATE_LIMIT_PER_USER)
                .put(settings.bitrate(), Channels.BITRATE)
                .put(settings.userLimit(), Channels.USER_LIMIT)
                .put(settings.rtcRegion(), Channels.RTC_REGION)
                .put(settings.videoQualityMode(), Channels.VIDEO_QUALITY_MODE)
                .put(settings.defaultAutoArchiveDuration(), Channels.DEFAULT_AUTO_ARCHIVE_DURATION)
                .put(settings.defaultThreadRateLimitPerUser(), Channels.DEFAULT_THREAD_RATE_LIMIT_PER_USER)
                .put(settings.defaultReactionEmoji().map(emojis::reaction), Channels.DEFAULT_REACTION_EMOJI)
                .put(settings.defaultSortOrder(), Channels.DEFAULT_SORT_ORDER)
                .put(settings.defaultForumLayout(), Channels.DEFAULT_FORUM_LAYOUT)
                .put(settings.defaultTagSetting(), Channels.DEFAULT_TAG_SETTING)
                .put(settings.name().map(name -> name(row, name)), Channels.NAME);
        ChannelLimits.require(row, patch.row());
        return patch.row();
    }

    /** The flags of a channel of this type that a request may set. */
    static long settableFlags(RowView row) {
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
