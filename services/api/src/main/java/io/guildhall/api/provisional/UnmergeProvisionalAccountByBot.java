package io.guildhall.api.provisional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PartnerOperations;
import io.guildhall.model.provisional.ExternalIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A player whom the game's bot names links their own account no more. */
@ApplicationScoped
public class UnmergeProvisionalAccountByBot implements ApiHandler {
    private final Merging merging;

    @Inject
    public UnmergeProvisionalAccountByBot(Merging merging) {
        this.merging = merging;
    }

    @Override
    public Operation operation() {
        return PartnerOperations.UNMERGE_PROVISIONAL_ACCOUNT_BY_BOT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        UnlinkRequest request = UnlinkRequest.of(call.body());
        String identity = ExternalIdentity.ofGame(request.externalUserId().required());
        merging.unmerge(call.caller().applicationId(), identity);
        return MissingNode.getInstance();
    }
}
