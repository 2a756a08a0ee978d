package io.guildhall.api.roleconnection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.RoleConnectionOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An application tells something of the person it speaks for. */
@ApplicationScoped
public class SetMyRoleConnection implements ApiHandler {
    private final RoleConnectionRecords records;

    @Inject
    public SetMyRoleConnection(RoleConnectionRecords records) {
        this.records = records;
    }

    @Override
    public Operation operation() {
        return RoleConnectionOperations.SET_MY_ROLE_CONNECTION;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long application = records.application(call);
        records.save(call.caller().userId(), application, RoleConnectionBody.of(call.body()));
        return records.find(call.caller().userId(), application);
    }
}
