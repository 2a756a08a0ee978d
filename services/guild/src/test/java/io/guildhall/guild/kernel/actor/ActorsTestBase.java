package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A node of guilds that count, on a store that a test holds back. */
abstract class ActorsTestBase {
    static final long GUILD = 42;

    final ControlledStorage storage = new ControlledStorage();
    final FakeDiscovery discovery = new FakeDiscovery();
    final ManualClock clock = new ManualClock();
    final CounterBehaviour counter = new CounterBehaviour();
    final Actors actors = actors(5);

    CompletionStage<Outcome> run(String step) {
        return actors.execute(Command.newBuilder()
                .setActor(Keys.guild(GUILD))
                .setInternal(Internal.newBuilder().setStep(step))
                .build());
    }

    static long count(CompletionStage<Outcome> outcome) {
        return Json.parse(outcome.toCompletableFuture().join().getSuccess().getBody())
                .path("count")
                .asLong(-1);
    }

    Actors actors(int mailbox) {
        ActorCommands nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
        ActorServices services = new ActorServices(
                storage,
                discovery,
                new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
                nobody,
                TestLogs.of(storage, nobody, clock),
                new EpochClaim(discovery, node -> null, new Timestamps(Clock.systemUTC())),
                new ActorLimits(mailbox, 100, Duration.ofMinutes(10), false),
                clock);
        return new Actors(List.of(counter), services);
    }
}
