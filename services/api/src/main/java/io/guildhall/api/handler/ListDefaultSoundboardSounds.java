package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GatewayOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.SoundboardSound;
import jakarta.enterprise.context.ApplicationScoped;

/** The sounds that everybody has. py-cord asks before it is ready, and never is when that fails. */
@ApplicationScoped
public class ListDefaultSoundboardSounds implements ApiHandler {
    @Override
    public Operation operation() {
        return GatewayOperations.LIST_DEFAULT_SOUNDBOARD_SOUNDS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return Json.tree(SoundboardSound.DEFAULTS);
    }
}
