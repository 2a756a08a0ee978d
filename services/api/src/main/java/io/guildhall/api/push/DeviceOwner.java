package io.guildhall.api.push;

import io.guildhall.api.call.ApiCall;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The caller's own actor, which alone changes the caller's devices. */
@ApplicationScoped
public class DeviceOwner {
    private final OwnerCalls owners;

    @Inject
    public DeviceOwner(OwnerCalls owners) {
        this.owners = owners;
    }

    /** Waits until it is done. */
    void ask(ApiCall call, String step, Object body) {
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(call.caller().userId()))
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
