package io.guildhall.api.roleconnection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An application takes back what it told of the person it speaks for. */
@ApplicationScoped
public class DeleteMyRoleConnection implements ApiHandler {
    private final RoleConnectionRecords records;

    @Inject
    public DeleteMyRoleConnection(RoleConnectionRecords records) {
        this.records = records;
    }

    @Override
    public Operation operation() {
        return RoleConnectionOperations.DELETE_MY_ROLE_CONNECTION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        records.delete(call.caller().userId(), records.application(call));
        return MissingNode.getInstance();
    }
}
