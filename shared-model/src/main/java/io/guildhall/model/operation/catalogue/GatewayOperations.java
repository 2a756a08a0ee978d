package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Where the gateway is, and other things that belong to the instance. */
public final class GatewayOperations {
    public static final Operation GET_GATEWAY =
            get("getGateway", "/gateway").in(Scope.API).by(Access.ANYONE).build();

    public static final Operation GET_BOT_GATEWAY =
            get("getBotGateway", "/gateway/bot").in(Scope.API).by(Access.BOT).build();

    public static final Operation LIST_VOICE_REGIONS =
            get("listVoiceRegions", "/voice/regions").in(Scope.API).build();

    public static final Operation LIST_DEFAULT_SOUNDBOARD_SOUNDS = get(
                    "listDefaultSoundboardSounds", "/soundboard-default-sounds")
            .in(Scope.API)
            .build();

    private GatewayOperations() {}

    static List<Operation> all() {
        return List.of(GET_GATEWAY, GET_BOT_GATEWAY, LIST_VOICE_REGIONS, LIST_DEFAULT_SOUNDBOARD_SOUNDS);
    }
}
