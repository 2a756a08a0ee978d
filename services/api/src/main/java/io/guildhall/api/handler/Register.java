package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.mail.AccountMails;
import io.guildhall.api.mail.MailConfig;
import io.guildhall.api.registration.RegistrationGate;
import io.guildhall.identity.Accounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes a person's account and logs in. */
@ApplicationScoped
public class Register implements ApiHandler {
    private final Accounts accounts;
    private final AccountMails mails;
    private final MailConfig config;
    private final RegistrationGate gate;
    private final ApiIds ids;
    private final Clock clock;

    @Inject
    public Register(
            Accounts accounts, AccountMails mails, MailConfig config, RegistrationGate gate, ApiIds ids, Clock clock) {
        this.accounts = accounts;
        this.gate = gate;
        this.mails = mails;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return AccountOperations.REGISTER;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        Registration body = Registration.of(call.body());
        body.dateOfBirth().value().ifPresent(date -> Birthday.check(date, clock));
        long user = ids.next();
        String token = gate.pass(
                new RegistrationGate.Applicant(
                        call.address(),
                        body.email().value(),
                        body.invite().value(),
                        body.captchaRqtoken().value(),
                        body.captchaKey().value()),
                () -> accounts.register(account(user, body)));
        if (config.proves()) {
            mails.confirmAddress(user);
        }
        return Json.object().put("token", token).put("user_id", Long.toString(user));
    }

    private Accounts.Registration account(long user, Registration body) {
        return new Accounts.Registration(
                user,
                ids.next(),
                body.username().required(),
                body.globalName().value(),
                body.email().value(),
                !config.proves(),
                body.password().required());
    }
}
