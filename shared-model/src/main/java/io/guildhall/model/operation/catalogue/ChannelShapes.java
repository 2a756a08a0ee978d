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
import static io.guildhall.model.operation.Shapes.reference;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.voice.VoiceRegions;

/** Bodies about channels. */
final class ChannelShapes {
    private static final Shape TYPE = choice(0, 2, 4, 5, 13, 14, 15, 16);

    private static final ObjectShape OVERWRITE = object().required("id", snowflake())
            .required("type", choice(0, 1))
            .optional("allow", permissions())
            .optional("deny", permissions());

    private static final ObjectShape REACTION_EMOJI =
            object().nullable("emoji_id", reference()).nullable("emoji_name", text(100));

    private static final ObjectShape TAG = object().optional("id", snowflake())
            .required("name", name(1, 20))
            .optional("moderated", bool())
            .nullable("emoji_id", reference())
            .nullable("emoji_name", text(100));

    private static final ObjectShape SETTINGS = object().nullable("topic", text(4096))
            .nullable("bitrate", integer(8000, 384_000))
            .nullable("user_limit", integer(0, 10_000))
            .nullable("nsfw", bool())
            .nullable("rate_limit_per_user", integer(0, 21_600))
            .nullable("position", integer(0, Integer.MAX_VALUE))
            .nullable("permission_overwrites", list(0, 100, OVERWRITE))
            .nullable("rtc_region", choice(VoiceRegions.IDS))
            .nullable("video_quality_mode", choice(1, 2))
            .nullable("default_auto_archive_duration", choice(60, 1440, 4320, 10_080))
            .nullable("default_reaction_emoji", REACTION_EMOJI)
            .nullable("default_thread_rate_limit_per_user", integer(0, 21_600))
            .nullable("default_sort_order", choice(0, 1))
            .nullable("default_forum_layout", choice(0, 1, 2))
            .nullable("default_tag_setting", ThreadShapes.TAG_SETTING)
            .nullable("available_tags", list(0, 20, TAG));

    private static final ObjectShape PLACED = SETTINGS.nullable("parent_id", reference());

    static final ObjectShape CREATE = PLACED.required("name", name(1, 100)).optional("type", TYPE);

    /** A channel of a guild that is only made: its ids are the client's own placeholders, which may begin at 0. */
    static final ObjectShape OF_NEW_GUILD = SETTINGS.required("name", name(1, 100))
            .optional("type", TYPE)
            .optional("id", snowflake())
            .nullable("parent_id", snowflake());

    /**
     * The last five are of threads; icon and owner are of groups, which alone may be without a name. Which of these a channel is nobody
     * knows before its owner.
     */
    static final ObjectShape UPDATE = PLACED.nullable("name", name(0, 100))
            .nullable("icon", image())
            .optional("owner", snowflake())
            .optional("type", TYPE)
            .optional("flags", flags())
            .optional("archived", bool())
            .optional("locked", bool())
            .optional("invitable", bool())
            .optional("auto_archive_duration", ThreadShapes.AUTO_ARCHIVE_DURATION)
            .optional("applied_tags", ThreadShapes.APPLIED_TAGS);

    static final Shape POSITIONS = list(
            0,
            500,
            object().required("id", snowflake())
                    .nullable("position", integer(0, Integer.MAX_VALUE))
                    .nullable("parent_id", reference())
                    .nullable("lock_permissions", bool()));

    static final ObjectShape SET_OVERWRITE = object().optional("type", choice(0, 1))
            .optional("allow", permissions())
            .optional("deny", permissions());

    private ChannelShapes() {}
}
