package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.PresentPassword;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the caller other backup codes. */
@ApplicationScoped
public class RenewBackupCodes implements ApiHandler {
    private final PresentPassword password;
    private final SecondFactorRecords factors;
    private final LimitGuard limits;

    @Inject
    public RenewBackupCodes(PresentPassword password, SecondFactorRecords factors, LimitGuard limits) {
        this.password = password;
        this.factors = factors;
        this.limits = limits;
    }

    @Override
    public Operation operation() {
        return AccountOperations.RENEW_BACKUP_CODES;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long user = call.caller().userId();
        PasswordAndCode body = PasswordAndCode.of(call.body());
        limits.takeCode(user);
        password.require(user, body.password().required());
        factors.take(user, body.code().required());
        return ShownCodes.put(factors.renewCodes(user), user, Json.object());
    }
}
