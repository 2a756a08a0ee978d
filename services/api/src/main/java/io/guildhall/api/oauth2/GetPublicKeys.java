package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.oauth2.InstanceKey;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What identity tokens are checked with. */
@ApplicationScoped
public class GetPublicKeys implements ApiHandler {
    private final InstanceKey key;

    @Inject
    public GetPublicKeys(InstanceKey key) {
        this.key = key;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.GET_PUBLIC_KEYS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ObjectNode answer = Json.object();
        answer.putArray("keys").add(key.publicKey());
        return answer;
    }
}
