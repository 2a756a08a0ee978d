package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.OwnerQuestions;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.ApplicationOperations;
import io.guildhall.model.payload.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The caller's own applications. */
@ApplicationScoped
public class ListMyApplications implements ApiHandler {
    private final OwnedApplications applications;
    private final OwnerQuestions owners;

    @Inject
    public ListMyApplications(OwnedApplications applications, OwnerQuestions owners) {
        this.applications = applications;
        this.owners = owners;
    }

    @Override
    public Operation operation() {
        return ApplicationOperations.LIST_MY_APPLICATIONS;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        ArrayNode list = Json.array();
        for (long application : applications.of(call.caller().userId())) {
            list.add(owners.application(call.caller(), application));
        }
        return list;
    }
}
