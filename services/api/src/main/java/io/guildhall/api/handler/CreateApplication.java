package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.config.ApiIds;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.identity.BotAccounts;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes an application and the account of its bot. */
@ApplicationScoped
public class CreateApplication implements ApiHandler {
    private static final int MAX_APPLICATIONS = 100;

    private final BotAccounts bots;
    private final OwnedApplications applications;
    private final OwnerQuestions owners;
    private final ApiIds ids;

    @Inject
    public CreateApplication(BotAccounts bots, OwnedApplications applications, OwnerQuestions owners, ApiIds ids) {
        this.bots = bots;
        this.applications = applications;
        this.owners = owners;
        this.ids = ids;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.CREATE_APPLICATION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long owner = call.caller().userId();
        if (applications.of(owner).size() >= MAX_APPLICATIONS) {
            throw ApiException.of(ErrorCode.OAUTH2_APPLICATION_LIMIT_REACHED);
        }
        long application = ids.next();
        NewApplication body = NewApplication.of(call.body());
        bots.create(
                application, owner, body.name().required(), body.description().or(""));
        return owners.application(call.caller(), application);
    }
}
