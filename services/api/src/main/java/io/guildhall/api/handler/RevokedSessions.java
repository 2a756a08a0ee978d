package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.api.owner.ActorResolver;
import io.guildhall.api.owner.OwnerCalls;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/** Ends the gateway sessions of a user whose tokens were revoked. */
@ApplicationScoped
public class RevokedSessions {
    private static final String STEP = "tokenRevoked";

    private final OwnerCalls owners;

    @Inject
    public RevokedSessions(OwnerCalls owners) {
        this.owners = owners;
    }

    /** Asks the user's owner to tell all sessions that they are over and can't be resumed. */
    public void end(long userId) {
        end(userId, Json.object());
    }

    /** The sessions of these logins only. */
    public void end(long userId, Collection<Long> logins) {
        ObjectNode body = Json.object();
        ArrayNode named = body.putArray("logins");
        logins.forEach(login -> named.add(Snowflake.format(login)));
        end(userId, body);
    }

    private void end(long userId, ObjectNode body) {
        Outcome outcome = owners.execute(Command.newBuilder()
                .setActor(ActorResolver.user(userId))
                .setInternal(Internal.newBuilder().setStep(STEP).setBody(Json.bytes(body)))
                .build());
        if (outcome.hasFailure()) {
            throw ApiException.from(outcome.getFailure());
        }
    }
}
