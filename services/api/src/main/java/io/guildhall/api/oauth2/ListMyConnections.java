package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;

/** Accounts elsewhere that the person has linked: none, as an instance knows no other platforms. */
@ApplicationScoped
public class ListMyConnections implements ApiHandler {
    @Override
    public Operation operation() {
        return OAuth2Operations.LIST_MY_CONNECTIONS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return Json.array();
    }
}
