package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.push.DeviceSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has the caller told no more on one of the devices that are listed. */
@ApplicationScoped
public class RemoveDevice implements ApiHandler {
    private final DeviceOwner owner;

    @Inject
    public RemoveDevice(DeviceOwner owner) {
        this.owner = owner;
    }

    @Override
    public Operation operation() {
        return PushOperations.REMOVE_DEVICE;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        long device = Snowflake.parse(call.path().get("device_id"));
        owner.ask(call, DeviceSteps.REMOVE, DeviceSteps.byId(device));
        return MissingNode.getInstance();
    }
}
