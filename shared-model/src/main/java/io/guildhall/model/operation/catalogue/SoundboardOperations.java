package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.number;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.sound;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Sounds of guilds, and playing one in a voice channel. Who may change which of them depends on who made it. */
public final class SoundboardOperations {
    private static final String SOUNDS = "/guilds/{guild_id}/soundboard-sounds";
    private static final String SOUND = SOUNDS + "/{sound_id}";

    private static final Shape NAME = name(2, 32);
    private static final ObjectShape LOOKS = object().nullable("volume", number(0, 1))
            .nullable("emoji_id", snowflake())
            .nullable("emoji_name", text(1, 32));

    public static final Operation LIST_SOUNDS =
            get("listSounds", SOUNDS).in(Scope.GUILD).build();

    public static final Operation GET_SOUND =
            get("getSound", SOUND).in(Scope.GUILD).build();

    public static final Operation CREATE_SOUND = post("createSound", SOUNDS)
            .in(Scope.GUILD)
            .status(201)
            .body(LOOKS.required("name", NAME).required("sound", sound(512 << 10)))
            .needs(Permission.CREATE_GUILD_EXPRESSIONS)
            .audit(AuditAction.SOUNDBOARD_SOUND_CREATE)
            .build();

    public static final Operation UPDATE_SOUND = patch("updateSound", SOUND)
            .in(Scope.GUILD)
            .body(LOOKS.optional("name", NAME))
            .audit(AuditAction.SOUNDBOARD_SOUND_UPDATE)
            .build();

    public static final Operation DELETE_SOUND = delete("deleteSound", SOUND)
            .in(Scope.GUILD)
            .status(204)
            .audit(AuditAction.SOUNDBOARD_SOUND_DELETE)
            .build();

    /** Only for who is in the voice channel. Sounds of other guilds need USE_EXTERNAL_SOUNDS too: the handler asks. */
    public static final Operation SEND_SOUND = post("sendSound", "/channels/{channel_id}/send-soundboard-sound")
            .in(Scope.CHANNEL)
            .status(204)
            .body(object().required("sound_id", snowflake()).nullable("source_guild_id", snowflake()))
            .needs(Permission.VIEW_CHANNEL, Permission.CONNECT, Permission.SPEAK, Permission.USE_SOUNDBOARD)
            .build();

    private SoundboardOperations() {}

    static List<Operation> all() {
        return List.of(LIST_SOUNDS, GET_SOUND, CREATE_SOUND, UPDATE_SOUND, DELETE_SOUND, SEND_SOUND);
    }
}
