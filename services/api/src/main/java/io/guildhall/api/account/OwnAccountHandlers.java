package io.guildhall.api.account;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.PresentPassword;
import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.catalogue.AccountOperations;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * A person leaves: for a while, or for good. A login that was found or stolen is not enough for that, so all that the account asks for at a login is asked
 * for again.
 */
@Singleton
public class OwnAccountHandlers {
    private final ClosedAccounts closed;
    private final PresentPassword password;
    private final SecondFactorRecords factors;
    private final LimitGuard limits;

    @Inject
    public OwnAccountHandlers(
            ClosedAccounts closed, PresentPassword password, SecondFactorRecords factors, LimitGuard limits) {
        this.closed = closed;
        this.password = password;
        this.factors = factors;
        this.limits = limits;
    }

    @Produces
    @Singleton
    public ApiHandler disableMyAccount() {
        return new Answering(AccountOperations.DISABLE_MY_ACCOUNT, call -> {
            closed.pause(requirePerson(call));
            return MissingNode.getInstance();
        });
    }

    @Produces
    @Singleton
    public ApiHandler deleteMyAccount() {
        return new Answering(AccountOperations.DELETE_MY_ACCOUNT, call -> {
            closed.leave(requirePerson(call));
            return MissingNode.getInstance();
        });
    }

    private long requirePerson(ApiCall call) {
        long user = call.caller().userId();
        PasswordAndCode shown = PasswordAndCode.of(call.body());
        password.require(user, shown.password().required());
        if (factors.asked(user)) {
            requireCode(user, shown);
        }
        return user;
    }

    private void requireCode(long user, PasswordAndCode shown) {
        if (!shown.code().hasValue()) {
            throw ApiException.of(ErrorCode.TWO_FACTOR_AUTHENTICATION_IS_REQUIRED);
        }
        limits.takeCode(user);
        factors.take(user, shown.code().required());
    }
}
