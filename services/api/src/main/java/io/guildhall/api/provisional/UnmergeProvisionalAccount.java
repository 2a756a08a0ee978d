package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PartnerOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A player whom somebody else vouches for links their own account no more. */
@ApplicationScoped
public class UnmergeProvisionalAccount implements ApiHandler {
    private final Games games;
    private final Merging merging;

    @Inject
    public UnmergeProvisionalAccount(Games games, Merging merging) {
        this.games = games;
        this.merging = merging;
    }

    @Override
    public Operation operation() {
        return PartnerOperations.UNMERGE_PROVISIONAL_ACCOUNT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        VouchedRequest request = VouchedRequest.of(call.body());
        Player player = games.player(call, request);
        merging.unmerge(request.clientId().required(), player.identity());
        return MissingNode.getInstance();
    }
}
