package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.guildhall.api.call.ApiCall;
import io.guildhall.api.handler.ApiHandler;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.PushOperations;
import io.guildhall.model.push.DeviceSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has the caller told on a device. */
@ApplicationScoped
public class RegisterDevice implements ApiHandler {
    private final DeviceCheck check;
    private final DeviceOwner owner;

    @Inject
    public RegisterDevice(DeviceCheck check, DeviceOwner owner) {
        this.check = check;
        this.owner = owner;
    }

    @Override
    public Operation operation() {
        return PushOperations.REGISTER_DEVICE;
    }

    @Override
    public JsonNode answer(ApiCall call) {
        DeviceBody body = DeviceBody.of(call.body());
        owner.ask(
                call,
                DeviceSteps.REGISTER,
                check.check(body, call.caller().sessionId()).json());
        return MissingNode.getInstance();
    }
}
