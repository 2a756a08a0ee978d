package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.Entry;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The second step of a login. A ticket says that somebody knew the password some minutes ago; tries are counted for the account, so that
 * another ticket gives no more of them.
 */
@ApplicationScoped
public class LoginWithCode implements ApiHandler {
    private final Proven proven;
    private final Entry entry;
    private final SecondFactorRecords factors;
    private final LimitGuard limits;
    private final ApiIds ids;

    @Inject
    public LoginWithCode(Proven proven, Entry entry, SecondFactorRecords factors, LimitGuard limits, ApiIds ids) {
        this.proven = proven;
        this.entry = entry;
        this.factors = factors;
        this.limits = limits;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return AccountOperations.LOGIN_WITH_CODE;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        TicketBody body = TicketBody.of(call.body());
        Proven.By by = proven.find(Purpose.TICKET, body.ticket().required());
        long user = by.person().userId();
        limits.takeCode(user);
        factors.take(user, body.code().required());
        proven.use(by);
        return Json.object()
                .put("token", entry.enter(new Accounts.Known(user, by.proof().about()), ids.next()));
    }
}
