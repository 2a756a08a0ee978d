package io.guildhall.push.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Steps that owners are asked for, and that may come twice. */
final class OwnerSteps {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SERVER_ERROR = 500;

    private final OwnerClient owners;

    OwnerSteps(OwnerClient owners) {
        this.owners = owners;
    }

    static ActorKey user(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.USER).setId(id).build();
    }

    static ActorKey guild(long id) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(id).build();
    }

    /** The answer; empty when the owner refuses, since what was asked about is gone. A failure when it can't say now. */
    Uni<ByteString> ask(ActorKey actor, String step, JsonNode body) {
        Command command = Command.newBuilder()
                .setActor(actor)
                .setInternal(Internal.newBuilder().setStep(step).setBody(Json.bytes(body)))
                .build();
        return owners.execute(command, Terms.harmless(PATIENCE)).map(OwnerSteps::answer);
    }

    private static ByteString answer(Outcome outcome) {
        if (outcome.hasSuccess()) {
            return outcome.getSuccess().getBody();
        }
        if (outcome.getFailure().getStatus() >= SERVER_ERROR) {
            throw new IllegalStateException(
                    "an owner can't answer now: " + outcome.getFailure().getMessage());
        }
        return ByteString.EMPTY;
    }
}
