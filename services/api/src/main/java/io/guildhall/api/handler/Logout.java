package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.Accounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Ends the login that the caller's token belongs to, and its gateway sessions. */
@ApplicationScoped
public class Logout implements ApiHandler {
    private final Accounts accounts;
    private final RevokedSessions sessions;

    @Inject
    public Logout(Accounts accounts, RevokedSessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public Operation operation() {
        return AccountOperations.LOGOUT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        accounts.logout(call.caller());
        sessions.end(call.caller().userId(), List.of(call.caller().sessionId()));
        return MissingNode.getInstance();
    }
}
