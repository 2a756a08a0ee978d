package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.testing.ManualClock;
import org.junit.jupiter.api.Test;

/** The last owner's write, whose outcome nobody knew, lands when the next one has loaded the state. */
class LateWriteTest {
    private static final ActorKey SENDER = Keys.user(7);

    private final LateStorage storage = new LateStorage();
    private final ManualClock clock = new ManualClock();
    private final Actors last = CountingOwner.of(storage, clock);
    private final Actors next = CountingOwner.of(storage, clock);

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
        run(last, CountingOwner.command("get"));
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
        return Json.parse(run(next, CountingOwner.command("get")).getSuccess().getBody())
                .path("count")
                .asLong(-1);
    }

    private static Command.Builder message(long sequence) {
        return CountingOwner.command("add")
                .setOrigin(Origin.newBuilder().setActor(SENDER).setPosition(Positions.of(1, sequence)));
    }

    private static Outcome run(Actors owner, Command.Builder command) {
        return owner.execute(command.build()).toCompletableFuture().join();
    }
}
