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
 * A change of the caller's account that a token alone is not enough for: of what a person logs in by, which is the name and the password. The
 * owner changes the rest first, and knows nothing of passwords; after a new password every login and gateway session ends, and the
 * answer carries the one token that is good from now on.
 */
@ApplicationScoped
public class PasswordChange {
    private final PresentPassword password;
    private final Accounts accounts;
    private final RevokedSessions sessions;
    private final ApiIds ids;

    @Inject
    public PasswordChange(PresentPassword password, Accounts accounts, RevokedSessions sessions, ApiIds ids) {
        this.password = password;
        this.accounts = accounts;
        this.sessions = sessions;
        this.ids = ids;
    }

    /** True for a call that this is to be put around. */
    public boolean concerns(ApiCall call) {
        return call.operation().equals(UserOperations.UPDATE_MY_USER)
                && (Passwords.of(call.body()).newPassword().hasValue() || renames(call));
    }

    /** Whoever says only what they are called already says nothing. Bots are called what they like. */
    private boolean renames(ApiCall call) {
        String wanted = call.body().path("username").asText("");
        return !wanted.isEmpty()
                && !call.caller().bot()
                && !accounts.isCalled(call.caller().userId(), wanted);
    }

    /** @param owner what the call is without its passwords */
    public RestAnswer around(ApiCall call, Function<ApiCall, RestAnswer> owner) {
        if (call.caller().bot()) {
            throw ApiException.of(ErrorCode.BOTS_CANNOT_USE_THIS_ENDPOINT);
        }
        long user = call.caller().userId();
        Passwords passwords = Passwords.of(call.body());
        String present = passwords.password().or("");
        if (present.isEmpty()) {
            throw ApiException.invalidField("password", "BASE_TYPE_REQUIRED", "This field is required");
        }
        Accounts.Known known = password.require(user, present);
        if (passwords.newPassword().hasValue()) {
            // Held against it once more by the name that the owner answers with: here it is refused while nothing has
            // been changed.
            String wanted = call.body().path("username").asText("");
            accounts.requireStrong(
                    passwords.newPassword().required(),
                    wanted.isEmpty() ? accounts.username(user) : wanted,
                    "new_password");
        }
        RestAnswer answer = owner.apply(call);
        if (answer.status() >= 400 || !passwords.newPassword().hasValue()) {
            return answer;
        }
        ObjectNode changed = (ObjectNode) Json.parse(new String(answer.body(), UTF_8));
        String token = accounts.changePassword(
                known,
                changed.path("username").asText(),
                passwords.newPassword().required(),
                ids.next());
        sessions.end(user);
        return RestAnswer.of(answer.status(), changed.put("token", token));
    }
}
