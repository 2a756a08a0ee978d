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

/** Sends the mail again by which the caller proves the address of the account. */
@ApplicationScoped
public class ResendVerification implements ApiHandler {
    private final AccountMails mails;

    @Inject
    public ResendVerification(AccountMails mails) {
        this.mails = mails;
    }

    @Override
    public Operation operation() {
        return AccountOperations.RESEND_VERIFICATION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        mails.confirmAddress(call.caller().userId());
        return MissingNode.getInstance();
    }
}
