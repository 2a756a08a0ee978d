package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.identity.passkey.PasskeyRecords;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The caller's account takes no codes of an app any more. */
@ApplicationScoped
public class DisableCodes implements ApiHandler {
    private final Accounts accounts;
    private final SecondFactorRecords factors;
    private final PasskeyRecords passkeys;
    private final AskedFactors asked;
    private final RenewedLogins logins;
    private final LimitGuard limits;

    @Inject
    public DisableCodes(
            Accounts accounts,
            SecondFactorRecords factors,
            PasskeyRecords passkeys,
            AskedFactors asked,
            RenewedLogins logins,
            LimitGuard limits) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.asked = asked;
        this.logins = logins;
        this.limits = limits;
    }

    @Override
    public Operation operation() {
        return AccountOperations.DISABLE_CODES;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long user = call.caller().userId();
        limits.takeCode(user);
        Accounts.Known known = accounts.stillIn(call.caller());
        factors.take(user, CodeBody.of(call.body()).code().required());
        asked.announce(user, !passkeys.of(user).isEmpty());
        factors.end(user);
        asked.settle(user);
        return Json.object().put("token", logins.after(known));
    }
}
