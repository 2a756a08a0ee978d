package io.guildhall.guild.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.util.Locale;

/**
 * What older clients see of a person's settings, each with its place in the message that newer ones keep (PreloadedUserSettings, as the field knows
 * it): the number of a field, and of a field in the message that this holds.
 */
enum LegacySetting {
    LOCALE(12, 1, SettingKind.TEXT, "\"en-US\""),
    TIMEZONE_OFFSET(12, 2, SettingKind.NUMBER, "0"),
    THEME(13, 1, SettingKind.THEME, "\"dark\""),
    DEVELOPER_MODE(13, 2, SettingKind.PLAIN_FLAG, "false"),
    STATUS(11, 1, SettingKind.TEXT, "\"online\""),
    CUSTOM_STATUS(11, 2, SettingKind.CUSTOM_STATUS, "null"),
    SHOW_CURRENT_GAME(11, 3, SettingKind.FLAG, "true"),
    INLINE_ATTACHMENT_MEDIA(6, 9, SettingKind.FLAG, "true"),
    INLINE_EMBED_MEDIA(6, 10, SettingKind.FLAG, "true"),
    GIF_AUTO_PLAY(6, 11, SettingKind.FLAG, "true"),
    RENDER_EMBEDS(6, 12, SettingKind.FLAG, "true"),
    RENDER_REACTIONS(6, 13, SettingKind.FLAG, "true"),
    ANIMATE_EMOJI(6, 14, SettingKind.FLAG, "true"),
    ANIMATE_STICKERS(6, 15, SettingKind.NUMBER, "0"),
    ENABLE_TTS_COMMAND(6, 16, SettingKind.FLAG, "true"),
    MESSAGE_DISPLAY_COMPACT(6, 17, SettingKind.FLAG, "false"),
    EXPLICIT_CONTENT_FILTER(6, 19, SettingKind.NUMBER, "1"),
    VIEW_NSFW_GUILDS(6, 20, SettingKind.FLAG, "false"),
    CONVERT_EMOTICONS(6, 21, SettingKind.FLAG, "true"),
    VIEW_NSFW_COMMANDS(6, 23, SettingKind.FLAG, "false"),
    AFK_TIMEOUT(5, 6, SettingKind.NUMBER, "600"),
    STREAM_NOTIFICATIONS_ENABLED(5, 7, SettingKind.FLAG, "true"),
    NATIVE_PHONE_INTEGRATION_ENABLED(5, 8, SettingKind.FLAG, "true"),
    ALLOW_ACTIVITY_PARTY_PRIVACY_FRIENDS(8, 1, SettingKind.FLAG, "true"),
    ALLOW_ACTIVITY_PARTY_PRIVACY_VOICE_CHANNEL(8, 2, SettingKind.FLAG, "true"),
    RESTRICTED_GUILDS(8, 3, SettingKind.IDS, "[]"),
    DEFAULT_GUILDS_RESTRICTED(8, 4, SettingKind.PLAIN_FLAG, "false"),
    ALLOW_ACCESSIBILITY_DETECTION(8, 7, SettingKind.PLAIN_FLAG, "false"),
    DETECT_PLATFORM_ACCOUNTS(8, 8, SettingKind.FLAG, "false"),
    PASSWORDLESS(8, 9, SettingKind.FLAG, "false"),
    CONTACT_SYNC_ENABLED(8, 10, SettingKind.FLAG, "false"),
    FRIEND_SOURCE_FLAGS(
            8, 11, SettingKind.FRIEND_SOURCES, "{\"all\":true,\"mutual_friends\":true,\"mutual_guilds\":true}"),
    FRIEND_DISCOVERY_FLAGS(8, 12, SettingKind.NUMBER, "0"),
    ACTIVITY_RESTRICTED_GUILD_IDS(8, 13, SettingKind.IDS, "[]"),
    ACTIVITY_JOINING_RESTRICTED_GUILD_IDS(8, 15, SettingKind.IDS, "[]"),
    DISABLE_GAMES_TAB(10, 3, SettingKind.FLAG, "true"),
    GUILD_FOLDERS(14, 1, SettingKind.FOLDERS, "[]");

    private final int section;
    private final int number;
    private final SettingKind kind;
    private final String unset;

    LegacySetting(int section, int number, SettingKind kind, String unset) {
        this.section = section;
        this.number = number;
        this.kind = kind;
        this.unset = unset;
    }

    /** As the JSON object names it. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    JsonNode read(SettingsMessage message) {
        return message.field(section, number).map(kind::read).orElseGet(() -> Json.parse(unset));
    }

    SettingsMessage write(SettingsMessage message, JsonNode value) {
        return message.with(section, number, kind.write(value));
    }
}
