package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GatewayOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** An instance is one voice region. */
@ApplicationScoped
public class ListVoiceRegions implements ApiHandler {
    @Override
    public Operation operation() {
        return GatewayOperations.LIST_VOICE_REGIONS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return Json.array()
                .add(Json.object()
                        .put("id", "local")
                        .put("name", "Local")
                        .put("optimal", true)
                        .put("deprecated", false)
                        .put("custom", false));
    }
}
