package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.push.DeviceProvider;
import io.guildhall.model.push.DeviceSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has the caller told no more on a device, if it ever was. */
@ApplicationScoped
public class UnregisterDevice implements ApiHandler {
    private final DeviceOwner owner;

    @Inject
    public UnregisterDevice(DeviceOwner owner) {
        this.owner = owner;
    }

    @Override
    public Operation operation() {
        return PushOperations.UNREGISTER_DEVICE;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        DeviceName name = DeviceName.of(call.body());
        owner.ask(
                call,
                DeviceSteps.REMOVE,
                DeviceSteps.byAddress(
                        DeviceProvider.of(name.provider().required()),
                        name.token().required()));
        return MissingNode.getInstance();
    }
}
