package io.guildhall.api.handler;

import io.guildhall.identity.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Where everybody logs in who has shown all that the account asks for, by whatever step was the last. Who put their account aside comes back to it by
 * that; an account that somebody else closed stays closed.
 */
@ApplicationScoped
public class Entry {
    private final Accounts accounts;
    private final Standing standing;

    @Inject
    public Entry(Accounts accounts, Standing standing) {
        this.accounts = accounts;
        this.standing = standing;
    }

    /**
     * The token of a new login.
     *
     * @throws io.guildhall.model.error.ApiException as {@link Accounts#enter} says
     */
    public String enter(Accounts.Known known, long sessionId) {
        // Whoever knew only a password that was replaced meanwhile wakes nothing.
        if (accounts.comesBack(known.userId()) && accounts.holds(known)) {
            standing.paused(known.userId(), false);
        }
        return accounts.enter(known, sessionId);
    }
}
