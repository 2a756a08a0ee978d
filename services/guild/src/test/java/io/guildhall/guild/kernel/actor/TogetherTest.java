package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Messages;
import io.guildhall.model.rpc.Origin;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Messages of one actor that come in one command. */
class TogetherTest {
    private static final ActorKey SENDER = Keys.user(7);

    private final ControlledStorage storage = new ControlledStorage();
    private final ManualClock clock = new ManualClock();
    private Actors actors = CountingOwner.of(storage, clock);

    @Test
    void allOfThemWaitForOneWriteOfASlowStoreAndAreAcknowledgedBehindIt() {
        count();
        storage.hold();
        CompletableFuture<Outcome> outcome =
                send(1, Collections.nCopies(44, "add").toArray(String[]::new));
        Eventually.until(() -> storage.heldWrites() == 1);
        assertThat(outcome).isNotDone();
        storage.land();

        assertThat(handled(outcome)).isEqualTo(44);
        storage.release();
        assertThat(count()).isEqualTo(44);
    }

    @Test
    void moreThanThePipelineHoldsAreWrittenInTurns() {
        assertThat(handled(send(1, Collections.nCopies(450, "add").toArray(String[]::new))))
                .isEqualTo(450);

        assertThat(count()).isEqualTo(450);
    }

    @Test
    void theNextOwnerHandlesOnlyThoseThatTheLastOneDidNot() {
        send(1, "add", "add").join();
        actors = CountingOwner.of(storage, clock);

        assertThat(handled(send(1, "add", "add", "add"))).isEqualTo(3);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void oneThatIsRefusedForGoodIsDoneWithAndChangesNothing() {
        assertThat(handled(send(1, "add", "add and refuse", "add"))).isEqualTo(3);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void oneThatFailsHoldsUpThoseBehindItOnly() {
        assertThat(handled(send(1, "add", "add and break", "add"))).isEqualTo(1);
        assertThat(count()).isEqualTo(1);

        assertThat(send(2, "add and break", "add").join().getFailure().getStatus())
                .isEqualTo(500);
        assertThat(count()).isEqualTo(1);
        assertThat(handled(send(3, "add", "add"))).isEqualTo(2);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void behindAWriteThatTheStoreRefusedTheyComeAgain() {
        count();
        storage.hold();
        CompletableFuture<Outcome> outcome =
                send(1, Collections.nCopies(CountingOwner.PIPELINE + 1, "add").toArray(String[]::new));
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.land();
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.shed();
        assertThat(handled(outcome)).isEqualTo(CountingOwner.PIPELINE);
        storage.release();
        assertThat(count()).isEqualTo(CountingOwner.PIPELINE);

        assertThat(handled(send(CountingOwner.PIPELINE, "add", "add", "add"))).isEqualTo(3);
        assertThat(count()).isEqualTo(CountingOwner.PIPELINE + 2);
    }

    @Test
    void whenTheFirstWriteIsRefusedNoneIsDoneWith() {
        count();
        storage.hold();
        CompletableFuture<Outcome> outcome = send(1, "add", "add and refuse", "add");
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.shed();
        assertThat(Outcomes.isUnavailable(outcome.join())).isTrue();
        storage.release();

        assertThat(handled(send(1, "add", "add and refuse", "add"))).isEqualTo(3);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anOwnerThatIsFencedAmongThemIsDoneWithThoseBefore() {
        count();
        storage.hold();
        CompletableFuture<Outcome> outcome =
                send(1, Collections.nCopies(CountingOwner.PIPELINE + 1, "add").toArray(String[]::new));
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.land();
        Eventually.until(() -> storage.heldWrites() == 1);
        storage.fence();
        assertThat(handled(outcome)).isEqualTo(CountingOwner.PIPELINE);
        storage.release();

        assertThat(handled(send(CountingOwner.PIPELINE, "add", "add", "add"))).isEqualTo(3);
        assertThat(count()).isEqualTo(CountingOwner.PIPELINE + 2);
    }

    @Test
    void whatDoesNotExistIsSaidOfAllOfThem() {
        assertThat(send(1, "unknown", "add").join().getFailure().getStatus()).isEqualTo(404);
    }

    private CompletableFuture<Outcome> send(long sequence, String... steps) {
        Messages.Builder messages = Messages.newBuilder();
        for (String step : steps) {
            Origin origin = Origin.newBuilder()
                    .setActor(SENDER)
                    .setPosition(Positions.of(1, sequence + messages.getCommandsCount()))
                    .build();
            messages.addCommands(CountingOwner.command(step).setOrigin(origin));
        }
        Command command = Command.newBuilder()
                .setActor(messages.getCommands(0).getActor())
                .setMessages(messages)
                .build();
        return actors.execute(command).toCompletableFuture();
    }

    private static int handled(CompletableFuture<Outcome> outcome) {
        return outcome.join().getSuccess().getHandled();
    }

    private long count() {
        Outcome counted = actors.execute(CountingOwner.command("get").build())
                .toCompletableFuture()
                .join();
        return Json.parse(counted.getSuccess().getBody()).path("count").asLong(-1);
    }
}
