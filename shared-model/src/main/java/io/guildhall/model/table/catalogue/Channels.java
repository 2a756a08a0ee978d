package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The channels of a guild. overwrites is a JSON list of permission overwrites. */
public final class Channels {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> POSITION = Column.ofLong("position");
    public static final Column<String> TOPIC = Column.ofText("topic");
    public static final Column<Boolean> NSFW = Column.ofBoolean("nsfw");
    public static final Column<Long> PARENT_ID = Column.ofLong("parent_id");
    public static final Column<ByteString> OVERWRITES = Column.ofJson("overwrites");
    public static final Column<Long> RATE_LIMIT_PER_USER = Column.ofLong("rate_limit_per_user");
    public static final Column<Long> BITRATE = Column.ofLong("bitrate");
    public static final Column<Long> USER_LIMIT = Column.ofLong("user_limit");
    public static final Column<String> RTC_REGION = Column.ofText("rtc_region");
    public static final Column<Long> VIDEO_QUALITY_MODE = Column.ofLong("video_quality_mode");
    public static final Column<Long> DEFAULT_AUTO_ARCHIVE_DURATION = Column.ofLong("default_auto_archive_duration");
    public static final Column<Long> DEFAULT_THREAD_RATE_LIMIT_PER_USER =
            Column.ofLong("default_thread_rate_limit_per_user");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<Long> LAST_MESSAGE_ID = Column.ofLong("last_message_id");
    public static final Column<Long> LAST_PIN_AT = Column.ofLong("last_pin_at");
    public static final Column<String> AVAILABLE_TAGS = Column.ofText("available_tags");
    public static final Column<String> DEFAULT_REACTION_EMOJI = Column.ofText("default_reaction_emoji");
    public static final Column<Long> DEFAULT_SORT_ORDER = Column.ofLong("default_sort_order");
    public static final Column<Long> DEFAULT_FORUM_LAYOUT = Column.ofLong("default_forum_layout");
    public static final Column<String> DEFAULT_TAG_SETTING = Column.ofText("default_tag_setting");

    /** The lobby of a game that says here what is said in it, and hears what is said here; its application, and who linked the two. */
    public static final Column<Long> LINKED_LOBBY = Column.ofLong("linked_lobby");

    public static final Column<Long> LINKED_APPLICATION = Column.ofLong("linked_application");
    public static final Column<Long> LINKED_BY = Column.ofLong("linked_by");

    public static final Table TABLE = Table.named("channels")
            .partition(GUILD_ID)
            .ascending(CHANNEL_ID)
            .columns(
                    TYPE,
                    NAME,
                    POSITION,
                    TOPIC,
                    NSFW,
                    PARENT_ID,
                    OVERWRITES,
                    RATE_LIMIT_PER_USER,
                    BITRATE,
                    USER_LIMIT,
                    RTC_REGION,
                    VIDEO_QUALITY_MODE,
                    DEFAULT_AUTO_ARCHIVE_DURATION,
                    DEFAULT_THREAD_RATE_LIMIT_PER_USER,
                    FLAGS,
                    LAST_MESSAGE_ID,
                    LAST_PIN_AT,
                    AVAILABLE_TAGS,
                    DEFAULT_REACTION_EMOJI,
                    DEFAULT_SORT_ORDER,
                    DEFAULT_FORUM_LAYOUT,
                    DEFAULT_TAG_SETTING,
                    LINKED_LOBBY,
                    LINKED_APPLICATION,
                    LINKED_BY)
            .build();

    private Channels() {}
}
