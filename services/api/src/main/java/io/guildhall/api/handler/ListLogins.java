package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.identity.Accounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where the caller is logged in. */
@ApplicationScoped
public class ListLogins implements ApiHandler {
    private final Accounts accounts;

    @Inject
    public ListLogins(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Operation operation() {
        return AccountOperations.LIST_LOGINS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ObjectNode answer = Json.object();
        ArrayNode logins = answer.putArray("user_sessions");
        accounts.logins(call.caller().userId()).forEach(login -> logins.addObject()
                .put("id_hash", LoginHash.of(login.sessionId()))
                .put("approx_last_used_time", Json.timestamp(login.lastUsedAt()))
                .put("current", login.sessionId() == call.caller().sessionId()));
        return answer;
    }
}
