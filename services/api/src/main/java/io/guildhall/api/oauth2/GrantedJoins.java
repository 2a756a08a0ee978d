package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.catalogue.MemberOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks whether the person whom a bot wants to add let its application do that. The token goes no further than here. */
@ApplicationScoped
public class GrantedJoins {
    private static final String TOKEN = "access_token";

    private final Grants grants;

    @Inject
    public GrantedJoins(Grants grants) {
        this.grants = grants;
    }

    /**
     * The same for every other call.
     *
     * @throws ApiException 50025 for a token that is no good, of another person or of another application, 50026 for one without the scope
     */
    public ApiCall checked(ApiCall call) {
        if (!call.operation().equals(MemberOperations.ADD_MEMBER)) {
            return call;
        }
        long person = Snowflake.parse(call.path().get("user_id"));
        ObjectNode body = ((ObjectNode) call.body()).deepCopy();
        Grant grant = grants.verify(body.path(TOKEN).asText())
                .filter(identity -> identity.userId() == person)
                .flatMap(Identity::grant)
                .filter(given -> given.applicationId() == call.caller().applicationId())
                .orElseThrow(() -> ApiException.of(ErrorCode.INVALID_OAUTH2_ACCESS_TOKEN));
        if (!grant.scopes().contains(OAuth2Scope.GUILDS_JOIN)) {
            throw ApiException.forbidden(ErrorCode.MISSING_REQUIRED_OAUTH2_SCOPE);
        }
        body.remove(TOKEN);
        return new ApiCall(
                call.operation(),
                call.identity(),
                call.path(),
                call.query(),
                body,
                call.reason(),
                call.locale(),
                call.files(),
                call.address());
    }
}
