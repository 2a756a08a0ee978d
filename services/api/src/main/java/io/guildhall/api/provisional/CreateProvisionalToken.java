package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PartnerOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A token for a player whom somebody else vouches for. */
@ApplicationScoped
public class CreateProvisionalToken implements ApiHandler {
    private final Games games;
    private final ProvisionalTokens tokens;

    @Inject
    public CreateProvisionalToken(Games games, ProvisionalTokens tokens) {
        this.games = games;
        this.tokens = tokens;
    }

    @Override
    public Operation operation() {
        return PartnerOperations.CREATE_PROVISIONAL_TOKEN;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        VouchedRequest request = VouchedRequest.of(call.body());
        Player player = games.player(call, request);
        return tokens.of(request.clientId().required(), player);
    }
}
