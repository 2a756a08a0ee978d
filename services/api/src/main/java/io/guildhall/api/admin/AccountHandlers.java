package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.account.AskedFactors;
import io.guildhall.api.account.ClosedAccounts;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.Answering;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.RevokedSessions;
import io.guildhall.api.handler.Standing;
import io.guildhall.identity.Accounts;
import io.guildhall.identity.factor.SecondFactorRecords;
import io.guildhall.identity.instance.Administrators;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.instance.AdminRole;
import io.guildhall.model.operation.catalogue.AdminOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** People's accounts, and bots', for whoever looks after the instance. */
@Singleton
public class AccountHandlers {
    private static final int PASSWORD_BYTES = 15;

    private final AccountRecords records;
    private final Administrators administrators;
    private final Accounts accounts;
    private final SecondFactorRecords factors;
    private final AskedFactors asked;
    private final Standing standing;
    private final ClosedAccounts closed;
    private final RevokedSessions sessions;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public AccountHandlers(
            AccountRecords records,
            Administrators administrators,
            Accounts accounts,
            SecondFactorRecords factors,
            AskedFactors asked,
            Standing standing,
            ClosedAccounts closed,
            RevokedSessions sessions) {
        this.records = records;
        this.administrators = administrators;
        this.accounts = accounts;
        this.factors = factors;
        this.asked = asked;
        this.standing = standing;
        this.closed = closed;
        this.sessions = sessions;
    }

    @Produces
    @Singleton
    public ApiHandler findAccounts() {
        return new Answering(
                AdminOperations.FIND_ACCOUNTS,
                call -> Page.list(records.find(call.query().path("query").asText()).stream()
                        .map(AccountRecord::json)
                        .toList()));
    }

    @Produces
    @Singleton
    public ApiHandler getAccount() {
        return new Answering(AdminOperations.GET_ACCOUNT, call -> shown(records.require(call)));
    }

    @Produces
    @Singleton
    public ApiHandler updateAccount() {
        return new Answering(AdminOperations.UPDATE_ACCOUNT, this::update);
    }

    @Produces
    @Singleton
    public ApiHandler replacePassword() {
        return new Answering(AdminOperations.REPLACE_PASSWORD, this::password);
    }

    /** Needs no secret: what codes are computed from may be unreadable, as after another secret of tokens. */
    @Produces
    @Singleton
    public ApiHandler resetSecondFactor() {
        return new Answering(AdminOperations.RESET_SECOND_FACTOR, call -> {
            AccountRecord account = requirePerson(records.requireSubject(call));
            asked.announce(account.id(), false);
            factors.endAll(account.id());
            asked.settle(account.id());
            endLogins(account.id());
            return MissingNode.getInstance();
        });
    }

    @Produces
    @Singleton
    public ApiHandler deleteAccount() {
        return new Answering(AdminOperations.DELETE_ACCOUNT, call -> {
            AccountRecord account = requirePerson(records.requireSubject(call));
            closed.delete(account.id());
            return MissingNode.getInstance();
        });
    }

    private JsonNode update(ApiCall call) {
        AccountRecord account = records.requireSubject(call);
        boolean disabled = DisabledBody.of(call.body()).disabled().required();
        if (disabled) {
            closed.disable(account.id(), account.bot());
        } else {
            standing.disabled(account.id(), false);
        }
        return shown(records.require(call));
    }

    private JsonNode password(ApiCall call) {
        AccountRecord account = requirePerson(records.requireSubject(call));
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        accounts.replacePassword(accounts.asItIs(account.id()), account.username(), password, "password");
        sessions.end(account.id());
        return Json.object().put("password", password);
    }

    private void endLogins(long user) {
        accounts.logout(
                user,
                accounts.logins(user).stream().map(Accounts.Login::sessionId).toList());
        sessions.end(user);
    }

    private ObjectNode shown(AccountRecord account) {
        List<Accounts.Login> logins = accounts.logins(account.id());
        return account.json()
                .put("logins", logins.size())
                .put(
                        "role",
                        administrators.role(account.id()).map(AdminRole::text).orElse(null));
    }

    private static AccountRecord requirePerson(AccountRecord account) {
        if (account.bot()) {
            throw ApiException.of(ErrorCode.INVALID_ACCOUNT_TYPE);
        }
        return account;
    }
}
