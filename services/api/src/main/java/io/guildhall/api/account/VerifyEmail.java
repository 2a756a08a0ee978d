package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.Standing;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An address is whoever's who shows what was sent to it. Nobody is logged in by that. */
@ApplicationScoped
public class VerifyEmail implements ApiHandler {
    private final Proven proven;
    private final Standing standing;

    @Inject
    public VerifyEmail(Proven proven, Standing standing) {
        this.proven = proven;
        this.standing = standing;
    }

    @Override
    public Operation operation() {
        return AccountOperations.VERIFY_EMAIL;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Proven.By by =
                proven.find(Purpose.EMAIL, ProofBody.of(call.body()).token().required());
        long user = by.person().userId();
        // First the account: a token that was used for nothing would leave its person without a way.
        standing.proved(user, by.proof().about());
        proven.use(by);
        return Json.object().put("user_id", Snowflake.format(user));
    }
}
