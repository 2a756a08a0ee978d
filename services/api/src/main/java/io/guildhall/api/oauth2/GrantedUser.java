package io.guildhall.api.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.model.identity.Grant;
import io.guildhall.model.identity.Identity;
import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import java.util.Optional;

/** A person's account as an application sees it: without the e-mail address, unless that is granted too. */
public final class GrantedUser {
    private GrantedUser() {}

    /** The same for every other answer. */
    public static RestAnswer of(ApiCall call, RestAnswer answer) {
        Optional<Grant> grant = call.identity().flatMap(Identity::grant);
        if (grant.isEmpty()
                || grant.get().scopes().contains(OAuth2Scope.EMAIL)
                || !call.operation().equals(UserOperations.GET_MY_USER)
                || answer.status() >= 400) {
            return answer;
        }
        ObjectNode user = (ObjectNode) Json.parse(new String(answer.body(), UTF_8));
        user.putNull("email");
        return RestAnswer.of(answer.status(), user).with(answer.headers());
    }
}
