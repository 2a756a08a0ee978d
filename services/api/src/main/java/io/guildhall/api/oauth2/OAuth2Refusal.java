package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.AnsweredRefusal;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.payload.Json;
import java.util.Map;

/** A request for tokens that is refused, as RFC 6749 says: an error's name instead of a number. It has no stack trace. */
public final class OAuth2Refusal extends AnsweredRefusal {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private OAuth2Refusal(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    /** The application is not there, or its secret is not that. */
    static OAuth2Refusal invalidClient() {
        return new OAuth2Refusal(401, "invalid_client", "");
    }

    /** The code or the refresh token is no good. */
    static OAuth2Refusal invalidGrant(String field) {
        return new OAuth2Refusal(400, "invalid_grant", "Invalid \"" + field + "\" in request.");
    }

    static OAuth2Refusal invalidRequest(String description) {
        return new OAuth2Refusal(400, "invalid_request", description);
    }

    static OAuth2Refusal invalidScope() {
        return new OAuth2Refusal(400, "invalid_scope", "The requested scope is invalid, unknown, or malformed.");
    }

    static OAuth2Refusal unsupportedGrantType() {
        return new OAuth2Refusal(400, "unsupported_grant_type", "Grant type None is not supported");
    }

    @Override
    public RestAnswer answer() {
        ObjectNode body = Json.object().put("error", error);
        if (!getMessage().isEmpty()) {
            body.put("error_description", getMessage());
        }
        RestAnswer answer = RestAnswer.of(status, body);
        return status == 401 ? answer.with(Map.of("WWW-Authenticate", "Basic realm=\"oauth2\"")) : answer;
    }
}
