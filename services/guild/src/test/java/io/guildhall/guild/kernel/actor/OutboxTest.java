package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.TestClock;
import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Position;
import io.guildhall.storageclient.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final long GUILD = 42;

    private final InMemoryStorage storage = new InMemoryStorage();
    private final FakeDiscovery discovery = new FakeDiscovery();

    @Test
    void theNextOwnerFindsTheEventsThatTheLastOneStoredWithItsChanges() {
        Actors first = owner(true);
        run(first, "add");
        run(first, "add");
        run(first, "add");
        assertThat(after(Positions.of(1, 1), 2)).containsExactly("COUNT_2", "COUNT_3");
        assertThat(after(Positions.of(1, 3), 2)).isEmpty();
    }

    @Test
    void eventsOfSeveralOwnersComeInTheirOrder() {
        run(owner(true), "add");
        run(owner(true), "add");
        assertThat(after(Positions.of(0, 0), 3)).containsExactly("COUNT_1", "COUNT_2");
        assertThat(after(Positions.of(1, 1), 2)).isEmpty();
    }

    @Test
    void withoutAnOutboxNothingIsStored() {
        run(owner(false), "add");
        assertThat(after(Positions.of(0, 0), 2)).isEmpty();
    }

    private List<String> after(Position position, long epoch) {
        ActorContext context = new ActorContext(Keys.guild(GUILD), epoch, storage, storage, null, null);
        return Outbox.between(context, position).stream()
                .map(event -> event.getEvent().getName())
                .toList();
    }

    private static void run(Actors actors, String step) {
        actors.execute(Command.newBuilder()
                        .setActor(Keys.guild(GUILD))
                        .setInternal(Internal.newBuilder().setStep(step))
                        .build())
                .toCompletableFuture()
                .join();
    }

    private Actors owner(boolean outbox) {
        Owners nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
        return new Actors(
                List.of(new CounterBehaviour()),
                new ActorServices(
                        storage,
                        discovery,
                        new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
                        nobody,
                        new Tells(nobody, Duration.ofMillis(1)),
                        new EpochClaim(discovery, node -> null, new Timestamps(Clock.systemUTC())),
                        new ActorLimits(100, 100, Duration.ofMinutes(1), outbox),
                        new TestClock()));
    }
}
