package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.identity.BotAccounts;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives an application's bot a token. Asked again, it gives a new one and the old one is revoked. */
@ApplicationScoped
public class CreateBot implements ApiHandler {
    private final OwnedApplications applications;
    private final BotAccounts bots;
    private final RevokedSessions sessions;
    private final ApiIds ids;

    @Inject
    public CreateBot(OwnedApplications applications, BotAccounts bots, RevokedSessions sessions, ApiIds ids) {
        this.applications = applications;
        this.bots = bots;
        this.sessions = sessions;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.CREATE_BOT;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long application = applications.require(call);
        String token = bots.newToken(application, ids.next());
        sessions.end(application);
        return Json.object().put("token", token);
    }
}
