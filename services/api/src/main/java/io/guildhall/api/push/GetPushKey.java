package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.DeviceProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What may be registered: the public key that browsers subscribe with, null where nobody sends notifications, and the kinds of devices. */
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
        ObjectNode answer =
                Json.object().put("application_server_key", config.pushKey().orElse(null));
        return answer.set("providers", Json.tree(accepted()));
    }

    private List<String> accepted() {
        return DeviceProvider.ids().stream()
                .filter(config.pushProviders()::contains)
                .toList();
    }
}
