package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.testing.ManualClock;
import org.junit.jupiter.api.Test;

/** Messages of other actors that come late, twice or out of their order. */
class RepeatedMessageTest {
    private static final ActorKey SENDER = Keys.user(7);

    private final InMemoryStorage storage = new InMemoryStorage();
    private final ManualClock clock = new ManualClock();
    private Actors actors = CountingOwner.of(storage, clock);

    @Test
    void aMessageThatComesTwiceIsAcknowledgedTwiceAndCountsOnce() {
        assertThat(add(SENDER, 1, 5).hasSuccess()).isTrue();
        assertThat(add(SENDER, 1, 5).hasSuccess()).isTrue();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void oneThatWasOvertakenByItsRepetitionAndTheNextCountsNoMore() {
        add(SENDER, 1, 5);
        add(SENDER, 2, 1);
        add(SENDER, 1, 9);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void theNextOwnerKnowsWhatTheLastOneHandled() {
        add(SENDER, 1, 5);
        actors = CountingOwner.of(storage, clock);
        add(SENDER, 1, 5);
        add(SENDER, 1, 6);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void sendersHavePositionsOfTheirOwn() {
        add(SENDER, 1, 5);
        for (long sender = 100; sender < 300; sender++) {
            add(Keys.user(sender), 1, 1);
        }
        add(SENDER, 1, 5);
        add(Keys.guild(7), 1, 5);

        assertThat(count()).isEqualTo(202);
    }

    @Test
    void aMessageThatWasRefusedMayComeAgain() {
        assertThat(send(SENDER, 1, 5, "refuse").getFailure().getCode()).isEqualTo(50013);
        assertThat(add(SENDER, 1, 5).hasSuccess()).isTrue();

        assertThat(count()).isEqualTo(1);
    }

    private Outcome add(ActorKey sender, long epoch, long sequence) {
        return send(sender, epoch, sequence, "add");
    }

    private Outcome send(ActorKey sender, long epoch, long sequence, String step) {
        return run(CountingOwner.command(step)
                .setOrigin(Origin.newBuilder().setActor(sender).setPosition(Positions.of(epoch, sequence))));
    }

    private long count() {
        return Json.parse(run(CountingOwner.command("get")).getSuccess().getBody())
                .path("count")
                .asLong(-1);
    }

    private Outcome run(Command.Builder command) {
        return actors.execute(command.build()).toCompletableFuture().join();
    }
}
