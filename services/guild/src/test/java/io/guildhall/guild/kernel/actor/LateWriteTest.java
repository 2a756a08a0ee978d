package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.TestClock;
import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.storageclient.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The last owner's write, whose outcome nobody knew, lands when the next one has loaded the state. */
class LateWriteTest {
    private static final ActorKey SENDER = Keys.user(7);

    private final LateStorage storage = new LateStorage();
    private final TestClock clock = new TestClock();
    private final Actors last = owner();
    private final Actors next = owner();

    @Test
    void aMessageThatItSaysWasHandledHasItsEffectInTheState() {
        handleButNeverLand(1);
        assertThat(count()).isZero();

        storage.land();

        assertThat(Outcomes.isUnavailable(next(1))).isTrue();
        assertThat(next(1).hasSuccess()).isTrue();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void norIsTheNextMessageHandledWithoutIt() {
        handleButNeverLand(1);
        assertThat(count()).isZero();

        storage.land();

        assertThat(Outcomes.isUnavailable(next(2))).isTrue();
        assertThat(next(2).hasSuccess()).isTrue();
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void whatHadLandedBeforeTheStateWasLoadedIsNotLoadedAgain() {
        handleButNeverLand(1);
        storage.land();

        assertThat(count()).isEqualTo(1);
        assertThat(next(1).hasSuccess()).isTrue();
        assertThat(count()).isEqualTo(1);
    }

    private void handleButNeverLand(long sequence) {
        run(last, command("get"));
        storage.slow();
        assertThat(last.execute(message(sequence).build()).toCompletableFuture().isDone())
                .isFalse();
        while (!storage.owes()) {
            Thread.onSpinWait();
        }
        storage.recover();
    }

    private Outcome next(long sequence) {
        return run(next, message(sequence));
    }

    private long count() {
        return Json.parse(run(next, command("get")).getSuccess().getBody())
                .path("count")
                .asLong(-1);
    }

    private static Command.Builder message(long sequence) {
        return command("add").setOrigin(Origin.newBuilder().setActor(SENDER).setPosition(Positions.of(1, sequence)));
    }

    private static Command.Builder command(String step) {
        return Command.newBuilder()
                .setActor(Keys.guild(42))
                .setInternal(Internal.newBuilder().setStep(step));
    }

    private static Outcome run(Actors owner, Command.Builder command) {
        return owner.execute(command.build()).toCompletableFuture().join();
    }

    private Actors owner() {
        Owners nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
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
                        new ActorLimits(100, 100, Duration.ofMinutes(1), false),
                        clock));
    }
}
