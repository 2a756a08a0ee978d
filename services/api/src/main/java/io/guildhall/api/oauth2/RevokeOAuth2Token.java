package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends all tokens that belong together with one of an application's own. Of a token that is no good nobody hears that it is not. */
@ApplicationScoped
public class RevokeOAuth2Token implements ApiHandler {
    private final Clients clients;
    private final Grants grants;

    @Inject
    public RevokeOAuth2Token(Clients clients, Grants grants) {
        this.clients = clients;
        this.grants = grants;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.REVOKE_OAUTH2_TOKEN;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        String token = TokenRevocation.of(call.body()).token().or("");
        grants.revoke(clients.authenticate(call.body()).applicationId(), token);
        return Json.object();
    }
}
