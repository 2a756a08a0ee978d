package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A node that owns counters, and knows no other node. */
final class CountingOwner {
    /** Commits that may wait. */
    static final int PIPELINE = 100;

    private CountingOwner() {}

    static Actors of(StorageFacade storage, ManualClock clock) {
        ActorCommands nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
        FakeDiscovery discovery = new FakeDiscovery();
        return new Actors(
                List.of(new CounterBehaviour()),
                new ActorServices(
                        storage,
                        discovery,
                        new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
                        nobody,
                        TestLogs.of(storage, nobody, clock),
                        new EpochClaim(discovery, node -> null, new Timestamps(clock)),
                        new ActorLimits(100, PIPELINE, Duration.ofMinutes(1), false),
                        clock));
    }

    /** To the one counter that the tests use. */
    static Command.Builder command(String step) {
        return Command.newBuilder()
                .setActor(Keys.guild(42))
                .setInternal(Internal.newBuilder().setStep(step));
    }
}
