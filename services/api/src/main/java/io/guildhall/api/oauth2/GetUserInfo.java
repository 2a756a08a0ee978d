package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.claims.Claims;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/** The caller as OpenID Connect describes people; bots, which nobody speaks for, may see all of their own. */
@ApplicationScoped
public class GetUserInfo implements ApiHandler {
    private final Claims claims;

    @Inject
    public GetUserInfo(Claims claims) {
        this.claims = claims;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.GET_USER_INFO;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Set<OAuth2Scope> scopes =
                call.caller().grant().map(Grant::scopes).orElseGet(() -> EnumSet.allOf(OAuth2Scope.class));
        return claims.of(call.caller(), scopes);
    }
}
