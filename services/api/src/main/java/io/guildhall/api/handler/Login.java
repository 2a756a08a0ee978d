package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Logs a person in. */
@ApplicationScoped
public class Login implements ApiHandler {
    private final Accounts accounts;
    private final LimitGuard limits;
    private final ApiIds ids;

    @Inject
    public Login(Accounts accounts, LimitGuard limits, ApiIds ids) {
        this.accounts = accounts;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return AccountOperations.LOGIN;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Credentials body = Credentials.of(call.body());
        limits.takeLogin(body.login().required());
        Accounts.Known known =
                accounts.know(body.login().required(), body.password().required());
        return Json.object().put("token", accounts.enter(known, ids.next()));
    }
}
