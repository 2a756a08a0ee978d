package io.guildhall.api.oauth2;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.api.handler.OwnedApplications;
import io.guildhall.identity.oauth2.ClientSecrets;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** A new secret for an application, shown this once. Tokens that it has already stay good. */
@ApplicationScoped
public class ResetClientSecret implements ApiHandler {
    private final OwnedApplications applications;
    private final ClientSecrets secrets;

    @Inject
    public ResetClientSecret(OwnedApplications applications, ClientSecrets secrets) {
        this.applications = applications;
        this.secrets = secrets;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.RESET_CLIENT_SECRET;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Cache-Control", "no-store");
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return Json.object().put("secret", secrets.renew(applications.require(call)));
    }
}
