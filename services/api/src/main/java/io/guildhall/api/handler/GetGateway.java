package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.PublicUrls;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.GatewayOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the gateway is. */
@ApplicationScoped
public class GetGateway implements ApiHandler {
    private final PublicUrls urls;

    @Inject
    public GetGateway(PublicUrls urls) {
        this.urls = urls;
    }

    @Override
    public Operation operation() {
        return GatewayOperations.GET_GATEWAY;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return Json.object().put("url", urls.gateway());
    }
}
