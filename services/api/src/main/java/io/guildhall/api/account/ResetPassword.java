package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Admission;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.RevokedSessions;
import io.guildhall.api.handler.Standing;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.Person;
import io.guildhall.identity.proof.Purpose;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Gives an account another password by a token that came by mail. Every login and gateway session ends. The token is used before anything
 * changes, so that of two who come with it one is too late. Where the account asks for a second factor, reading its mail is not enough to
 * be let in.
 */
@ApplicationScoped
public class ResetPassword implements ApiHandler {
    private static final String FIELD = "password";

    private final Proven proven;
    private final Accounts accounts;
    private final RevokedSessions sessions;
    private final Standing standing;
    private final Admission admission;

    @Inject
    public ResetPassword(
            Proven proven, Accounts accounts, RevokedSessions sessions, Standing standing, Admission admission) {
        this.proven = proven;
        this.accounts = accounts;
        this.sessions = sessions;
        this.standing = standing;
        this.admission = admission;
    }

    @Override
    public Operation operation() {
        return AccountOperations.RESET_PASSWORD;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ResetBody body = ResetBody.of(call.body());
        Proven.By by = proven.find(Purpose.RESET, body.token().required());
        Person person = by.person();
        String password = body.password().required();
        accounts.requireStrong(password, person.username(), FIELD);
        proven.use(by);
        Accounts.Known known = accounts.replacePassword(
                new Accounts.Known(person.userId(), person.passwordMark()), person.username(), password, FIELD);
        sessions.end(person.userId());
        person.email().ifPresent(email -> standing.proved(person.userId(), email));
        return admission.of(known);
    }
}
