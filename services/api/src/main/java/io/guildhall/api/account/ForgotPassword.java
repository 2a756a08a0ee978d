package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.mail.AccountMails;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.AccountOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends a way to another password. The answer is the same, and as fast, for names and addresses that nobody has. */
@ApplicationScoped
public class ForgotPassword implements ApiHandler {
    private final AccountMails mails;

    @Inject
    public ForgotPassword(AccountMails mails) {
        this.mails = mails;
    }

    @Override
    public Operation operation() {
        return AccountOperations.FORGOT_PASSWORD;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        mails.forgot(ForgottenBody.of(call.body()).login().required());
        return MissingNode.getInstance();
    }
}
