package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.provisional.Merging;
import io.guildhall.identity.oauth2.Grants;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.OAuth2Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A person takes back what they let an application do, or has one for themselves no more; its tokens are no good from then on. With the last of it the account that the person had in
 * the application's game is one of its own again.
 */
@ApplicationScoped
public class DeleteMyGrant implements ApiHandler {
    private final Grants grants;
    private final Installs installs;
    private final AuthorizationNews news;
    private final Merging merging;

    @Inject
    public DeleteMyGrant(Grants grants, Installs installs, AuthorizationNews news, Merging merging) {
        this.installs = installs;
        this.grants = grants;
        this.merging = merging;
        this.news = news;
    }

    @Override
    public Operation operation() {
        return OAuth2Operations.DELETE_MY_GRANT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long user = call.caller().userId();
        long id = Snowflake.parse(call.path().get("grant_id"));
        if (installs.remove(user, id)) {
            news.deauthorized(id, user);
            return MissingNode.getInstance();
        }
        long application = grants.end(user, id).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_TOKEN));
        if (grants.of(user).stream().noneMatch(grant -> grant.applicationId() == application)) {
            merging.leave(application, user);
        }
        news.deauthorized(application, user);
        return MissingNode.getInstance();
    }
}
