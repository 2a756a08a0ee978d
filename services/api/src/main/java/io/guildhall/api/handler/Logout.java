package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.http.ApiCall;
import io.guildhall.identity.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the login that the caller's token belongs to. Gateway sessions of it end at their next IDENTIFY or RESUME. */
@ApplicationScoped
public class Logout implements ApiHandler {
    private final Accounts accounts;

    @Inject
    public Logout(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String operation() {
        return "logout";
    }

    @Override
    public JsonNode answer(ApiCall call) {
        accounts.logout(call.caller());
        return MissingNode.getInstance();
    }
}
