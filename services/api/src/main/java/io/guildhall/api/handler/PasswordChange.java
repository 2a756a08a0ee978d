package io.guildhall.api.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.Accounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.UserOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/**
 * A change of the caller's account that names a new password. The owner changes the rest first, and knows nothing of
 * passwords; then every login and gateway session ends, and the answer carries the one token that is good from now on.
 */
@ApplicationScoped
public class PasswordChange {
    private final Accounts accounts;
    private final RevokedSessions sessions;
    private final ApiIds ids;

    @Inject
    public PasswordChange(Accounts accounts, RevokedSessions sessions, ApiIds ids) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.ids = ids;
    }

    /** True for a call that this is to be put around. */
    public boolean concerns(ApiCall call) {
        return call.operation().equals(UserOperations.UPDATE_MY_USER)
                && Passwords.of(call.body()).newPassword().hasValue();
    }

    /** @param owner what the call is without its passwords */
    public RestAnswer around(ApiCall call, Function<ApiCall, RestAnswer> owner) {
        if (call.caller().bot()) {
            throw ApiException.of(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT);
        }
        long user = call.caller().userId();
        Passwords passwords = Passwords.of(call.body());
        String present = passwords.password().or("");
        accounts.requirePassword(user, present);
        RestAnswer answer = owner.apply(call);
        if (answer.status() >= 400) {
            return answer;
        }
        ObjectNode changed = (ObjectNode) Json.parse(new String(answer.body(), UTF_8));
        String token = accounts.changePassword(
                user,
                changed.path("username").asText(),
                present,
                passwords.newPassword().required(),
                ids.next());
        sessions.end(user);
        return RestAnswer.of(answer.status(), changed.put("token", token));
    }
}
