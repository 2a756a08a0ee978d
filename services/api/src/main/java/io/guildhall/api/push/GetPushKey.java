package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The public key that browsers subscribe with; null where nobody sends notifications. */
@ApplicationScoped
public class GetPushKey implements ApiHandler {
    private final ApiConfig config;

    @Inject
    public GetPushKey(ApiConfig config) {
        this.config = config;
    }

    @Override
    public Operation operation() {
        return PushOperations.GET_PUSH_KEY;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return Json.object().put("application_server_key", config.pushKey().orElse(null));
    }
}
