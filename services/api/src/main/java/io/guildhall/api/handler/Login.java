package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Logs a person in, or begins to. */
@ApplicationScoped
public class Login implements ApiHandler {
    private final Accounts accounts;
    private final LimitGuard limits;
    private final Admission admission;

    @Inject
    public Login(Accounts accounts, LimitGuard limits, Admission admission) {
        this.accounts = accounts;
        this.limits = limits;
        this.admission = admission;
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
        return admission.of(known);
    }
}
