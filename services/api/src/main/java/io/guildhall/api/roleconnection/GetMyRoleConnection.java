package io.guildhall.api.roleconnection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the application that asks has told of the person it speaks for. */
@ApplicationScoped
public class GetMyRoleConnection implements ApiHandler {
    private final RoleConnectionRecords records;

    @Inject
    public GetMyRoleConnection(RoleConnectionRecords records) {
        this.records = records;
    }

    @Override
    public Operation operation() {
        return RoleConnectionOperations.GET_MY_ROLE_CONNECTION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        return records.find(call.caller().userId(), records.application(call));
    }
}
