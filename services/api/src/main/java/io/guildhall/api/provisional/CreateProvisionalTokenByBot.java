package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.identity.ProvisionalAccounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PartnerOperations;
import io.guildhall.model.provisional.ExternalIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A token for a player whom the game's bot names. It may name a provisional account of its own too, which the player then has. */
@ApplicationScoped
public class CreateProvisionalTokenByBot implements ApiHandler {
    private final ProvisionalTokens tokens;
    private final ProvisionalAccounts accounts;

    @Inject
    public CreateProvisionalTokenByBot(ProvisionalTokens tokens, ProvisionalAccounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @Override
    public Operation operation() {
        return PartnerOperations.CREATE_PROVISIONAL_TOKEN_BY_BOT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        PlayerRequest request = PlayerRequest.of(call.body());
        long application = call.caller().applicationId();
        String identity = ExternalIdentity.ofGame(request.externalUserId().required());
        request.provisionalUserId().value().ifPresent(user -> rekey(application, identity, user));
        return tokens.of(
                application, new Player(identity, request.preferredGlobalName().value()));
    }

    private void rekey(long application, String identity, long user) {
        if (!accounts.isProvisional(user, application)) {
            throw ApiException.of(ErrorCode.UNKNOWN_USER);
        }
        if (!accounts.rekey(application, identity, user)) {
            throw ApiException.invalidField(
                    "provisional_user_id", "EXTERNAL_USER_ID_TAKEN", "The external user has another account.");
        }
    }
}
