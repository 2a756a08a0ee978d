package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.timestamp;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Who is in voice and what goes on there. What members need depends on the channel in which they are, so the handlers check it. */
public final class VoiceOperations {
    private static final String MINE = "/guilds/{guild_id}/voice-states/@me";
    private static final String OTHERS = "/guilds/{guild_id}/voice-states/{user_id}";

    private static final ObjectShape SPEAKER =
            object().optional("channel_id", snowflake()).optional("suppress", bool());

    public static final Operation GET_MY_VOICE_STATE =
            get("getMyVoiceState", MINE).in(Scope.GUILD).build();

    public static final Operation UPDATE_MY_VOICE_STATE = patch("updateMyVoiceState", MINE)
            .in(Scope.GUILD)
            .status(204)
            .body(SPEAKER.nullable("request_to_speak_timestamp", timestamp()))
            .build();

    public static final Operation GET_VOICE_STATE =
            get("getVoiceState", OTHERS).in(Scope.GUILD).build();

    public static final Operation UPDATE_VOICE_STATE = patch("updateVoiceState", OTHERS)
            .in(Scope.GUILD)
            .status(204)
            .body(SPEAKER)
            .build();

    public static final Operation SET_VOICE_STATUS = put("setVoiceStatus", "/channels/{channel_id}/voice-status")
            .in(Scope.CHANNEL)
            .status(204)
            .body(object().nullable("status", line(0, 500)))
            .needs(Permission.VIEW_CHANNEL, Permission.SET_VOICE_CHANNEL_STATUS)
            .build();

    private VoiceOperations() {}

    static List<Operation> all() {
        return List.of(
                GET_MY_VOICE_STATE, UPDATE_MY_VOICE_STATE, GET_VOICE_STATE, UPDATE_VOICE_STATE, SET_VOICE_STATUS);
    }
}
