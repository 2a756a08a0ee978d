package io.guildhall.tests.simulation.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.ownerclient.Terms;
import io.guildhall.tests.simulation.world.Process;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Asks owners to add entries, and remembers what was acknowledged. */
final class LedgerClient {
    private static final Terms TERMS = Terms.once(Duration.ofSeconds(15));

    private final Process process;
    private final OwnerClient owners;
    private final Consumer<Entry> acknowledged;

    LedgerClient(Process process, Consumer<Entry> acknowledged) {
        this.process = process;
        this.owners = process.beans().get(OwnerClient.class);
        this.acknowledged = acknowledged;
    }

    /** Once, whatever comes of it. */
    void send(long ledger, String step, JsonNode body) {
        process.machine().start(() -> {
            long asked = now();
            owners.execute(command(ledger, step, body), TERMS)
                    .subscribe()
                    .with(
                            outcome -> {
                                if (outcome.hasSuccess()) {
                                    acknowledged.accept(entry(ledger, step, body, asked, outcome));
                                }
                            },
                            unknown -> {});
        });
    }

    /** The whole list as its owner has it. */
    void list(long ledger, BiConsumer<Long, JsonNode> told) {
        process.machine().start(() -> owners.execute(command(ledger, LedgerBehaviour.LIST, Json.object()), TERMS)
                .subscribe()
                .with(
                        outcome -> {
                            if (outcome.hasSuccess()) {
                                told.accept(
                                        ledger, Json.parse(outcome.getSuccess().getBody()));
                            }
                        },
                        silent -> {}));
    }

    private Entry entry(long ledger, String step, JsonNode body, long asked, Outcome outcome) {
        JsonNode answer = Json.parse(outcome.getSuccess().getBody());
        return new Entry(
                ledger,
                body.path("id").asLong(),
                body.path("to").asLong(),
                asked,
                now(),
                answer.path("epoch").asLong(),
                answer.path("n").asLong(),
                step.equals(LedgerBehaviour.LIST));
    }

    static Command command(long ledger, String step, JsonNode body) {
        ByteString json = Json.bytes(body);
        return Command.newBuilder()
                .setActor(LedgerBehaviour.key(ledger))
                .setInternal(Internal.newBuilder().setStep(step).setBody(json))
                .build();
    }

    private long now() {
        return process.machine().engine().now();
    }
}
