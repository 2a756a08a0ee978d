package io.guildhall.api.handler;

import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the gateway sessions of a user whose tokens were revoked. */
@ApplicationScoped
public class RevokedSessions {
    private static final String STEP = "tokenRevoked";

    private final OwnerCalls owners;

    @Inject
    public RevokedSessions(OwnerCalls owners) {
        this.owners = owners;
    }

    /** Asks the user's owner to tell the sessions that they are over and can't be resumed. */
    public void end(long userId) {
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(userId))
                .setInternal(Internal.newBuilder().setStep(STEP).setBody(Json.bytes(Json.object())))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
