package io.guildhall.tests.simulation.town;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.catalogue.Operations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.RestCall;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.guildhall.tests.simulation.world.Process;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** REST calls as an API node sends them on. */
final class Caller {
    private static final Terms TERMS = Terms.once(Duration.ofSeconds(15));

    private final Process process;

    Caller(Process process) {
        this.process = process;
    }

    Process process() {
        return process;
    }

    /** Asks on a thread of its own; nothing is told when nobody knows whether it was done, or when it was refused. */
    void ask(
            ActorKey actor, String operation, long user, Map<String, Long> path, String body, Consumer<JsonNode> done) {
        process.machine().start(() -> send(actor, operation, user, path, body)
                .subscribe()
                .with(
                        outcome -> {
                            if (outcome.hasSuccess()) {
                                done.accept(answer(outcome));
                            }
                        },
                        unknown -> {}));
    }

    /** Asks and waits; fails when it is refused. */
    JsonNode call(ActorKey actor, String operation, long user, Map<String, Long> path, String body) {
        Outcome outcome = send(actor, operation, user, path, body).await().indefinitely();
        if (!outcome.hasSuccess()) {
            throw new IllegalStateException(operation + " was refused: " + outcome);
        }
        return answer(outcome);
    }

    /** Somebody becomes a member by an invite; blocks. */
    void accept(ActorKey guild, long user, String code) {
        RestCall.Builder rest = rest("acceptInvite", user).putPath("code", code);
        Outcome outcome = process.beans()
                .get(OwnerClient.class)
                .execute(Command.newBuilder().setActor(guild).setRest(rest).build(), TERMS)
                .await()
                .indefinitely();
        if (!outcome.hasSuccess()) {
            throw new IllegalStateException("an invite was refused: " + outcome);
        }
    }

    private static RestCall.Builder rest(String operation, long user) {
        RestCall.Builder rest = RestCall.newBuilder().setOperation(operation);
        rest.getCallerBuilder().setUserId(user);
        return rest;
    }

    private Uni<Outcome> send(ActorKey actor, String operation, long user, Map<String, Long> path, String body) {
        RestCall.Builder rest = rest(operation, user);
        path.forEach((name, id) -> rest.putPath(name, Snowflake.format(id)));
        if (!body.isEmpty()) {
            rest.setBody(cleaned(operation, body));
        }
        Command command = Command.newBuilder().setActor(actor).setRest(rest).build();
        return process.beans().get(OwnerClient.class).execute(command, TERMS);
    }

    private static ByteString cleaned(String name, String body) {
        Operation operation = Operations.byName(name).orElseThrow();
        Problems problems = Problems.none();
        JsonNode clean = operation.body().orElseThrow().check(Json.parse(body), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(name + " does not take " + body);
        }
        return Json.bytes(clean);
    }

    private static JsonNode answer(Outcome outcome) {
        ByteString body = outcome.getSuccess().getBody();
        return body.isEmpty() ? Json.object() : Json.parse(body);
    }
}
