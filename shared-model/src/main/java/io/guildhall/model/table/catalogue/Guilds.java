package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** A guild's own settings. Everything that is one of many has a table of its own. */
public final class Guilds {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> ICON = Column.ofPicture("icon");
    public static final Column<String> SPLASH = Column.ofPicture("splash");
    public static final Column<String> DISCOVERY_SPLASH = Column.ofPicture("discovery_splash");
    public static final Column<String> BANNER = Column.ofPicture("banner");
    public static final Column<String> DESCRIPTION = Column.ofText("description");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<String> REGION = Column.ofText("region");
    public static final Column<Long> AFK_CHANNEL_ID = Column.ofLong("afk_channel_id");
    public static final Column<Long> AFK_TIMEOUT = Column.ofLong("afk_timeout");
    public static final Column<Boolean> WIDGET_ENABLED = Column.ofBoolean("widget_enabled");
    public static final Column<Long> WIDGET_CHANNEL_ID = Column.ofLong("widget_channel_id");
    public static final Column<Long> VERIFICATION_LEVEL = Column.ofLong("verification_level");
    public static final Column<Long> DEFAULT_MESSAGE_NOTIFICATIONS = Column.ofLong("default_message_notifications");
    public static final Column<Long> EXPLICIT_CONTENT_FILTER = Column.ofLong("explicit_content_filter");
    public static final Column<Long> MFA_LEVEL = Column.ofLong("mfa_level");
    public static final Column<Long> SYSTEM_CHANNEL_ID = Column.ofLong("system_channel_id");
    public static final Column<Long> SYSTEM_CHANNEL_FLAGS = Column.ofLong("system_channel_flags");
    public static final Column<Long> RULES_CHANNEL_ID = Column.ofLong("rules_channel_id");
    public static final Column<Long> PUBLIC_UPDATES_CHANNEL_ID = Column.ofLong("public_updates_channel_id");
    public static final Column<Long> SAFETY_ALERTS_CHANNEL_ID = Column.ofLong("safety_alerts_channel_id");
    public static final Column<String> PREFERRED_LOCALE = Column.ofText("preferred_locale");
    public static final Column<String> FEATURES = Column.ofText("features");
    public static final Column<String> VANITY_URL_CODE = Column.ofText("vanity_url_code");
    public static final Column<Long> PREMIUM_TIER = Column.ofLong("premium_tier");
    public static final Column<Boolean> PREMIUM_PROGRESS_BAR_ENABLED = Column.ofBoolean("premium_progress_bar_enabled");
    public static final Column<Long> NSFW_LEVEL = Column.ofLong("nsfw_level");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> MEMBER_COUNT = Column.ofLong("member_count");
    public static final Column<String> HOME_HEADER = Column.ofPicture("home_header");

    /** ms since 1970; what is past has no effect. */
    public static final Column<Long> INVITES_DISABLED_UNTIL = Column.ofLong("invites_disabled_until");

    public static final Column<Long> DMS_DISABLED_UNTIL = Column.ofLong("dms_disabled_until");

    /** Whoever administers the instance keeps the guild from being used. */
    public static final Column<Boolean> SUSPENDED = Column.ofBoolean("suspended");

    public static final Table TABLE = Table.named("guilds")
            .partition(GUILD_ID)
            .columns(
                    NAME,
                    ICON,
                    SPLASH,
                    DISCOVERY_SPLASH,
                    BANNER,
                    DESCRIPTION,
                    OWNER_ID,
                    REGION,
                    AFK_CHANNEL_ID,
                    AFK_TIMEOUT,
                    WIDGET_ENABLED,
                    WIDGET_CHANNEL_ID,
                    VERIFICATION_LEVEL,
                    DEFAULT_MESSAGE_NOTIFICATIONS,
                    EXPLICIT_CONTENT_FILTER,
                    MFA_LEVEL,
                    SYSTEM_CHANNEL_ID,
                    SYSTEM_CHANNEL_FLAGS,
                    RULES_CHANNEL_ID,
                    PUBLIC_UPDATES_CHANNEL_ID,
                    SAFETY_ALERTS_CHANNEL_ID,
                    PREFERRED_LOCALE,
                    FEATURES,
                    VANITY_URL_CODE,
                    PREMIUM_TIER,
                    PREMIUM_PROGRESS_BAR_ENABLED,
                    NSFW_LEVEL,
                    APPLICATION_ID,
                    MEMBER_COUNT,
                    HOME_HEADER,
                    INVITES_DISABLED_UNTIL,
                    DMS_DISABLED_UNTIL,
                    SUSPENDED)
            .build();

    private Guilds() {}
}
