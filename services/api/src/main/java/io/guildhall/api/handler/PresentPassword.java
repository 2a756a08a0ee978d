package io.guildhall.api.handler;

import io.guildhall.api.limit.LimitGuard;
import io.guildhall.identity.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Asks somebody who is logged in for the account's password, whatever it is asked for: a login that was found or stolen is a place to guess at,
 * and what is tried at one place counts at all of them.
 */
@ApplicationScoped
public class PresentPassword {
    private final Accounts accounts;
    private final LimitGuard limits;

    @Inject
    public PresentPassword(Accounts accounts, LimitGuard limits) {
        this.accounts = accounts;
        this.limits = limits;
    }

    /**
     * Somebody who shows it.
     *
     * @throws io.guildhall.model.error.ApiException 50035 when it is another
     * @throws io.guildhall.api.limit.RateLimited when too many were tried
     */
    public Accounts.Known require(long user, String password) {
        limits.takePassword(user);
        return accounts.requirePassword(user, password);
    }
}
