package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.timestamp;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;

/**
 * How a person's clients are set up: the messages that newer clients keep, and the JSON object that older ones see of the first of them. Discord's own
 * clients call these.
 */
public final class SettingsOperations {
    private static final String SETTINGS = "/users/@me/settings";
    private static final String PROTO = "/users/@me/settings-proto/{type}";
    private static final int MOST_GUILDS = 200;
    private static final long MOST_COLOR = 0xFFFFFF;
    /** In Base64. */
    private static final int LONGEST_MESSAGE = 200_000;

    private static final Shape IDS = list(0, MOST_GUILDS, snowflake());

    private static final Shape CUSTOM_STATUS = object().nullable("text", line(0, 128))
            .nullable("emoji_id", snowflake())
            .nullable("emoji_name", text(64))
            .nullable("expires_at", timestamp());

    private static final Shape FRIEND_SOURCES =
            object().optional("all", bool()).optional("mutual_friends", bool()).optional("mutual_guilds", bool());

    private static final Shape FOLDERS = list(
            0,
            MOST_GUILDS,
            object().required("guild_ids", IDS)
                    .nullable("id", integer(Long.MIN_VALUE, Long.MAX_VALUE))
                    .nullable("name", name(0, 32))
                    .nullable("color", integer(0, MOST_COLOR)));

    private static final ObjectShape LEGACY = object().optional("locale", text(2, 10))
            .optional("timezone_offset", integer(-1_440, 1_440))
            .optional("theme", choice(List.of("dark", "light", "darker", "midnight")))
            .optional("developer_mode", bool())
            .optional("status", choice(List.of("online", "idle", "dnd", "invisible")))
            .nullable("custom_status", CUSTOM_STATUS)
            .optional("show_current_game", bool())
            .optional("inline_attachment_media", bool())
            .optional("inline_embed_media", bool())
            .optional("gif_auto_play", bool())
            .optional("render_embeds", bool())
            .optional("render_reactions", bool())
            .optional("animate_emoji", bool())
            .optional("animate_stickers", choice(0, 1, 2))
            .optional("enable_tts_command", bool())
            .optional("message_display_compact", bool())
            .optional("explicit_content_filter", choice(0, 1, 2))
            .optional("view_nsfw_guilds", bool())
            .optional("convert_emoticons", bool())
            .optional("view_nsfw_commands", bool())
            .optional("afk_timeout", integer(0, 86_400))
            .optional("stream_notifications_enabled", bool())
            .optional("native_phone_integration_enabled", bool())
            .optional("allow_activity_party_privacy_friends", bool())
            .optional("allow_activity_party_privacy_voice_channel", bool())
            .optional("restricted_guilds", IDS)
            .optional("default_guilds_restricted", bool())
            .optional("allow_accessibility_detection", bool())
            .optional("detect_platform_accounts", bool())
            .optional("passwordless", bool())
            .optional("contact_sync_enabled", bool())
            .optional("friend_source_flags", FRIEND_SOURCES)
            .optional("friend_discovery_flags", integer(0, 7))
            .optional("activity_restricted_guild_ids", IDS)
            .optional("activity_joining_restricted_guild_ids", IDS)
            .optional("disable_games_tab", bool())
            .optional("guild_folders", FOLDERS);

    public static final Operation GET_SETTINGS =
            get("getSettings", SETTINGS).in(Scope.CALLER).by(Access.PERSON).build();

    public static final Operation UPDATE_SETTINGS = patch("updateSettings", SETTINGS)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .body(LEGACY)
            .build();

    public static final Operation GET_SETTINGS_PROTO =
            get("getSettingsProto", PROTO).in(Scope.CALLER).by(Access.PERSON).build();

    /** Replaces the fields of the message that are given, unless it is meant for an older state than the stored one. */
    public static final Operation UPDATE_SETTINGS_PROTO = patch("updateSettingsProto", PROTO)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .body(object().required("settings", text(LONGEST_MESSAGE))
                    .nullable("required_data_version", integer(0, Integer.MAX_VALUE)))
            .build();

    private SettingsOperations() {}

    static List<Operation> all() {
        return List.of(GET_SETTINGS, UPDATE_SETTINGS, GET_SETTINGS_PROTO, UPDATE_SETTINGS_PROTO);
    }
}
