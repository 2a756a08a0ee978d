package io.guildhall.api.account;

import io.guildhall.api.config.ApiIds;
import io.guildhall.api.handler.RevokedSessions;
import io.guildhall.identity.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends every login of an account whose way in has changed, but for a new one of whoever changed it. */
@ApplicationScoped
public class RenewedLogins {
    private final Accounts accounts;
    private final RevokedSessions sessions;
    private final ApiIds ids;

    @Inject
    public RenewedLogins(Accounts accounts, RevokedSessions sessions, ApiIds ids) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.ids = ids;
    }

    /**
     * @param known from before the change: who has only a password that was replaced meanwhile is not let in again
     * @return the one token that is good from now on
     */
    public String after(Accounts.Known known) {
        long user = known.userId();
        accounts.logout(
                user,
                accounts.logins(user).stream().map(Accounts.Login::sessionId).toList());
        sessions.end(user);
        return accounts.enter(known, ids.next());
    }
}
