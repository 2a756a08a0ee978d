package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.PresentPassword;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The caller's account asks for codes from now on. Every other login ends: it came in by the password alone. */
@ApplicationScoped
public class EnableCodes implements ApiHandler {
    private final PresentPassword password;
    private final Accounts accounts;
    private final SecondFactorRecords factors;
    private final AskedFactors asked;
    private final RenewedLogins logins;
    private final LimitGuard limits;

    @Inject
    public EnableCodes(
            PresentPassword password,
            Accounts accounts,
            SecondFactorRecords factors,
            AskedFactors asked,
            RenewedLogins logins,
            LimitGuard limits) {
        this.password = password;
        this.accounts = accounts;
        this.factors = factors;
        this.asked = asked;
        this.logins = logins;
        this.limits = limits;
    }

    @Override
    public Operation operation() {
        return AccountOperations.ENABLE_CODES;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long user = call.caller().userId();
        EnableBody body = EnableBody.of(call.body());
        limits.takeCode(user);
        Accounts.Known known = password.require(user, body.password().required());
        List<String> codes =
                factors.begin(user, body.secret().required(), body.code().required());
        // Whoever knew only a password that was replaced meanwhile would have shut out the person who did so.
        if (!accounts.holds(known)) {
            factors.end(user);
            throw ApiException.unauthorized();
        }
        asked.settle(user);
        return ShownCodes.put(codes, user, Json.object().put("token", logins.after(known)));
    }
}
