package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.Accounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Logs the caller out elsewhere, and ends the gateway sessions of those logins. */
@ApplicationScoped
public class EndLogins implements ApiHandler {
    private final PresentPassword password;
    private final Accounts accounts;
    private final RevokedSessions sessions;

    @Inject
    public EndLogins(PresentPassword password, Accounts accounts, RevokedSessions sessions) {
        this.password = password;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public Operation operation() {
        return AccountOperations.END_LOGINS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long user = call.caller().userId();
        EndedLogins body = EndedLogins.of(call.body());
        password.require(user, body.password().required());
        Set<String> named = new HashSet<>(body.sessionIdHashes().required());
        List<Long> ending = accounts.logins(user).stream()
                .map(Accounts.Login::sessionId)
                .filter(session -> named.contains(LoginHash.of(session)))
                .toList();
        accounts.logout(user, ending);
        if (!ending.isEmpty()) {
            sessions.end(user, ending);
        }
        return MissingNode.getInstance();
    }
}
