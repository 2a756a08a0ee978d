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

/**
 * Makes an application and the account of its bot. Each is an actor of its own, so their number is counted as it is stored: before, and again
 * after, when of several that were made at the same moment those go that are too many.
 */
@ApplicationScoped
public class CreateApplication implements ApiHandler {
    static final int MAX_APPLICATIONS = 100;

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
        requireFewer(owner, MAX_APPLICATIONS);
        long application = ids.next();
        NewApplication body = NewApplication.of(call.body());
        bots.create(
                application, owner, body.name().required(), body.description().or(""));
        try {
            requireFewer(owner, MAX_APPLICATIONS + 1);
        } catch (ApiException tooMany) {
            bots.discard(application, owner);
            throw tooMany;
        }
        return owners.application(call.caller(), application);
    }

    private void requireFewer(long owner, int than) {
        if (applications.of(owner).size() >= than) {
            throw ApiException.of(ErrorCode.OAUTH2_APPLICATION_LIMIT_REACHED);
        }
    }
}
