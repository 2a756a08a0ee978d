package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GatewayOperations;
import io.guildhall.model.payload.VoiceRegionList;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class ListVoiceRegions implements ApiHandler {
    @Override
    public Operation operation() {
        return GatewayOperations.LIST_VOICE_REGIONS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return VoiceRegionList.json();
    }
}
