package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.permissions;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.locale.Locales;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.voice.VoiceRegions;

/** Bodies about guilds themselves. */
final class GuildShapes {
    private static final Shape LOCALE = choice(Locales.ALL);

    private static final Shape REGION = choice(VoiceRegions.NAMED_BY_GUILDS);

    private static final ObjectShape SETTINGS = object().optional("verification_level", choice(0, 1, 2, 3, 4))
            .optional("default_message_notifications", choice(0, 1))
            .optional("explicit_content_filter", choice(0, 1, 2))
            .optional("afk_timeout", choice(60, 300, 900, 1800, 3600))
            .optional("system_channel_flags", flags());

    /** Ids in roles and channels are the client's own placeholders: they only tie the parts of this body together. */
    static final ObjectShape CREATE = SETTINGS.required("name", name(2, 100))
            .optional("icon", image())
            .nullable("region", REGION)
            .optional("afk_channel_id", snowflake())
            .optional("system_channel_id", snowflake())
            .optional(
                    "roles",
                    list(
                            0,
                            250,
                            object().optional("id", snowflake())
                                    .optional("name", name(1, 100))
                                    .optional("permissions", permissions())
                                    .optional("color", integer(0, 0xFFFFFF))
                                    .optional("hoist", bool())
                                    .optional("mentionable", bool())))
            .optional("channels", list(0, 500, ChannelShapes.OF_NEW_GUILD));

    static final ObjectShape UPDATE = SETTINGS.optional("name", name(2, 100))
            .nullable("description", text(300))
            .nullable("region", REGION)
            .nullable("icon", image())
            .nullable("splash", image())
            .nullable("banner", image())
            .nullable("discovery_splash", image())
            .nullable("home_header", image())
            .nullable("preferred_locale", LOCALE)
            .nullable("afk_channel_id", snowflake())
            .nullable("system_channel_id", snowflake())
            .nullable("rules_channel_id", snowflake())
            .nullable("public_updates_channel_id", snowflake())
            .nullable("safety_alerts_channel_id", snowflake())
            .optional("owner_id", snowflake())
            .optional("features", list(0, 100, text(1, 100)).distinct())
            .optional("premium_progress_bar_enabled", bool());

    private GuildShapes() {}
}
