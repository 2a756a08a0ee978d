package io.guildhall.api.lobby;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.LobbyOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An invite for the caller. */
@ApplicationScoped
public class CreateMyLobbyInvite implements ApiHandler {
    private final LobbyInvites invites;

    @Inject
    public CreateMyLobbyInvite(LobbyInvites invites) {
        this.invites = invites;
    }

    @Override
    public Operation operation() {
        return LobbyOperations.CREATE_MY_LOBBY_INVITE;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return invites.make(call, call.caller().userId());
    }
}
