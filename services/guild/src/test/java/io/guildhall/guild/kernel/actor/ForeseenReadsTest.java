package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.Eventually;
import io.guildhall.testing.ManualClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What commands that begin with a read cost beside those that only write, counted in rounds of reads and writes. */
class ForeseenReadsTest {
    private final ControlledStorage storage = new ControlledStorage();
    private final HeldReads reads = new HeldReads(storage);
    private final CounterBehaviour counter = new CounterBehaviour();
    private final Actors actors = actors();

    @Test
    void readsOfWaitingCommandsAreMadeSideBySideAndBroughtUpToDateInOrder() {
        run("get").toCompletableFuture().join();
        storage.hold();
        reads.hold();
        List<CompletionStage<Outcome>> outcomes = new ArrayList<>();
        run("wait");
        for (int index = 0; index < 10; index++) {
            outcomes.add(run("stored"));
            outcomes.add(run("add"));
        }
        Eventually.until(() -> reads.underWay() == 10);
        reads.release();
        counter.gate.countDown();
        Eventually.until(() -> counter.reads.size() == 10);
        assertThat(counter.reads).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        // All of that while nothing was written yet.
        assertThat(storage.heldWrites()).isEqualTo(1);
        storage.release();
        outcomes.forEach(outcome ->
                assertThat(outcome.toCompletableFuture().join().hasSuccess()).isTrue());
    }

    @Test
    void aThousandReadingCommandsTakeAFewRoundsOfReads() {
        run("get").toCompletableFuture().join();
        reads.hold();
        CompletionStage<Outcome> waiting = run("wait");
        List<CompletionStage<Outcome>> outcomes = new ArrayList<>();
        for (int index = 0; index < 1_000; index++) {
            outcomes.add(run("stored"));
        }
        counter.gate.countDown();
        waiting.toCompletableFuture().join();
        // The one whose turn it is, and those that are looked ahead at: a round is over when all of them are under way.
        for (int left = 1_000; left > 0; left -= Mailbox.AHEAD + 1) {
            int together = Math.min(left, Mailbox.AHEAD + 1);
            Eventually.until(() -> reads.underWay() == together);
            reads.releaseThoseUnderWay();
        }
        outcomes.forEach(outcome ->
                assertThat(outcome.toCompletableFuture().join().hasSuccess()).isTrue());
    }

    @Test
    void aReadThatFailsAheadOfItsTurnIsMadeAgain() {
        run("get").toCompletableFuture().join();
        reads.failing = true;
        CompletionStage<Outcome> waiting = run("wait");
        CompletionStage<Outcome> stored = run("stored");
        Eventually.until(() -> reads.failed > 0);
        reads.failing = false;
        counter.gate.countDown();
        waiting.toCompletableFuture().join();
        Outcome outcome = stored.toCompletableFuture().join();
        assertThat(Json.parse(outcome.getSuccess().getBody()).path("count").asLong(-1))
                .isZero();
    }

    @Test
    void whatFollowsFromAReadIsReadAheadToo() {
        run("claim").toCompletableFuture().join();
        CompletionStage<Outcome> waiting = run("wait");
        reads.hold();
        CompletionStage<Outcome> named = run("stored, and what it names");
        Eventually.until(() -> reads.underWay() == 1);
        reads.releaseThoseUnderWay();
        Eventually.until(() -> reads.underWay() == 1);
        reads.releaseThoseUnderWay();
        counter.gate.countDown();
        waiting.toCompletableFuture().join();
        // Every read that is made from here on would wait for ever.
        Outcome outcome = named.toCompletableFuture().join();
        assertThat(Json.parse(outcome.getSuccess().getBody()).path("count").asLong(-1))
                .isZero();
    }

    private CompletionStage<Outcome> run(String step) {
        return actors.execute(Command.newBuilder()
                .setActor(Keys.guild(42))
                .setInternal(Internal.newBuilder().setStep(step))
                .build());
    }

    private Actors actors() {
        FakeDiscovery discovery = new FakeDiscovery();
        ActorCommands nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
        ActorServices services = new ActorServices(
                reads,
                discovery,
                new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
                nobody,
                TestLogs.of(storage, nobody, new ManualClock()),
                new EpochClaim(discovery, node -> null, new Timestamps(Clock.systemUTC())),
                new ActorLimits(2_000, 2_000, Duration.ofMinutes(10), false),
                new ManualClock());
        return new Actors(List.of(counter), services);
    }

    /** A store whose reads wait for the test. */
    private static final class HeldReads implements StorageFacade {
        private final StorageFacade storage;
        private final List<CompletableFuture<Void>> underWay = new ArrayList<>();
        private boolean holding;
        private volatile boolean failing;
        private volatile int failed;

        HeldReads(StorageFacade storage) {
            this.storage = storage;
        }

        synchronized void hold() {
            holding = true;
        }

        synchronized void release() {
            holding = false;
            releaseThoseUnderWay();
        }

        synchronized int underWay() {
            return underWay.size();
        }

        synchronized void releaseThoseUnderWay() {
            underWay.forEach(read -> read.complete(null));
            underWay.clear();
        }

        private synchronized CompletableFuture<Void> begin() {
            CompletableFuture<Void> read = new CompletableFuture<>();
            if (holding) {
                underWay.add(read);
            } else {
                read.complete(null);
            }
            return read;
        }

        @Override
        public List<RowView> read(Table table, ReadRequest request) {
            if (failing) {
                failed = 1;
                throw new StorageUnavailable("as the test wants");
            }
            begin().join();
            return storage.read(table, request);
        }

        @Override
        public WriteRequest batch(List<Mutation> mutations) {
            return storage.batch(mutations);
        }

        @Override
        public CompletionStage<?> write(WriteRequest batch) {
            return storage.write(batch);
        }

        @Override
        public boolean writeConditional(WriteRequest batch) {
            return storage.writeConditional(batch);
        }
    }
}
