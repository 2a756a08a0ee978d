package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.model.voice.VoiceRegions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** What a guild says of itself in REST answers and events alike; everything that is one of many is in the forms around it. */
@RegisterForReflection
public record GuildProperties(
        String id,
        String name,
        String icon,
        String description,
        String homeHeader,
        String splash,
        String discoverySplash,
        List<String> features,
        String banner,
        String ownerId,
        String applicationId,
        String region,
        String afkChannelId,
        int afkTimeout,
        String systemChannelId,
        int systemChannelFlags,
        boolean widgetEnabled,
        String widgetChannelId,
        int verificationLevel,
        int defaultMessageNotifications,
        int mfaLevel,
        int explicitContentFilter,
        String vanityUrlCode,
        int premiumTier,
        String preferredLocale,
        String rulesChannelId,
        String safetyAlertsChannelId,
        String publicUpdatesChannelId,
        boolean premiumProgressBarEnabled,
        int nsfwLevel,
        GuildIncidents incidentsData) {
    /** How many members a guild has room for; Discord's for its largest. */
    public static final int MOST_MEMBERS = 25_000_000;

    /** Reads a row of {@link Guilds}. */
    public static GuildProperties from(RowView row) {
        return new GuildProperties(
                Snowflake.format(row.get(Guilds.GUILD_ID)),
                row.get(Guilds.NAME),
                row.get(Guilds.ICON),
                row.get(Guilds.DESCRIPTION),
                row.get(Guilds.HOME_HEADER),
                row.get(Guilds.SPLASH),
                row.get(Guilds.DISCOVERY_SPLASH),
                Json.readList(row.get(Guilds.FEATURES, "[]"), String.class),
                row.get(Guilds.BANNER),
                id(row.get(Guilds.OWNER_ID)),
                id(row.get(Guilds.APPLICATION_ID)),
                VoiceRegions.OF_GUILDS,
                id(row.get(Guilds.AFK_CHANNEL_ID)),
                row.get(Guilds.AFK_TIMEOUT, 300L).intValue(),
                id(row.get(Guilds.SYSTEM_CHANNEL_ID)),
                row.get(Guilds.SYSTEM_CHANNEL_FLAGS, 0L).intValue(),
                row.get(Guilds.WIDGET_ENABLED, false),
                id(row.get(Guilds.WIDGET_CHANNEL_ID)),
                row.get(Guilds.VERIFICATION_LEVEL, 0L).intValue(),
                row.get(Guilds.DEFAULT_MESSAGE_NOTIFICATIONS, 0L).intValue(),
                row.get(Guilds.MFA_LEVEL, 0L).intValue(),
                row.get(Guilds.EXPLICIT_CONTENT_FILTER, 0L).intValue(),
                row.get(Guilds.VANITY_URL_CODE),
                row.get(Guilds.PREMIUM_TIER, 0L).intValue(),
                row.get(Guilds.PREFERRED_LOCALE, "en-US"),
                id(row.get(Guilds.RULES_CHANNEL_ID)),
                id(row.get(Guilds.SAFETY_ALERTS_CHANNEL_ID)),
                id(row.get(Guilds.PUBLIC_UPDATES_CHANNEL_ID)),
                row.get(Guilds.PREMIUM_PROGRESS_BAR_ENABLED, false),
                row.get(Guilds.NSFW_LEVEL, 0L).intValue(),
                GuildIncidents.from(row));
    }

    /** True for the levels 1 (explicit) and 3 (age restricted). */
    @JsonProperty("nsfw")
    public boolean nsfw() {
        return nsfwLevel == 1 || nsfwLevel == 3;
    }

    @JsonProperty("max_presences")
    Integer maxPresences() {
        return null;
    }

    @JsonProperty("max_members")
    int maxMembers() {
        return MOST_MEMBERS;
    }

    @JsonProperty("max_video_channel_users")
    int maxVideoChannelUsers() {
        return 25;
    }

    @JsonProperty("max_stage_video_channel_users")
    int maxStageVideoChannelUsers() {
        return 50;
    }

    @JsonProperty("premium_subscription_count")
    int premiumSubscriptionCount() {
        return 0;
    }

    private static String id(Long id) {
        return id == null ? null : Snowflake.format(id);
    }
}
