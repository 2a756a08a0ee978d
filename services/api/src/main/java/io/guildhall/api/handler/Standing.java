package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.model.account.StandingSteps;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a person has proved, told to the account's owner, which alone changes the account. */
@ApplicationScoped
public class Standing {
    private final OwnerCalls owners;

    @Inject
    public Standing(OwnerCalls owners) {
        this.owners = owners;
    }

    /** The address is the person's, if it is still the account's. */
    public void proved(long userId, String email) {
        tell(userId, Json.object().put(StandingSteps.VERIFIED_EMAIL, email));
    }

    /** What the account asks for beside its password. */
    public void secondFactor(long userId, boolean asked) {
        tell(userId, Json.object().put(StandingSteps.SECOND_FACTOR, asked));
    }

    /** Whether whoever looks after the instance keeps the account from being used. */
    public void disabled(long userId, boolean disabled) {
        tell(userId, Json.object().put(StandingSteps.DISABLED, disabled));
    }

    /** Whether the person themselves does not want to use the account, until they log in again. */
    public void paused(long userId, boolean paused) {
        tell(userId, Json.object().put(StandingSteps.PAUSED, paused));
    }

    private void tell(long userId, ObjectNode body) {
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(userId))
                .setInternal(Internal.newBuilder().setStep(StandingSteps.STEP).setBody(Json.bytes(body)))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
