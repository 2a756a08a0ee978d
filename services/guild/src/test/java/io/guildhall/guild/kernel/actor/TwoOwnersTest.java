package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.StorageService;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.store.Store;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that both take themselves for the owner, each with a proxy of its own over one store. */
class TwoOwnersTest {
    private static final ActorKey KEY = Keys.guild(5);
    private static final Duration TTL = Duration.ofSeconds(10);
    private static final Duration TRUST = Duration.ofMillis(300);

    private final ManualClock clock = new ManualClock();
    private final Store shared = EmbeddedStore.inMemory();
    private final Map<String, Actors> reachable = new HashMap<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private final GuildNode first = new GuildNode("first");
    private final GuildNode second = new GuildNode("second");
    private final GuildNode third = new GuildNode("third");
    private long now;

    @AfterEach
    void close() {
        shared.close();
    }

    @Test
    void whileTheirWatchesLagEveryAcknowledgedIncrementCounts() {
        reachable.put("first", first.actors);
        reachable.put("second", second.actors);
        for (int turn = 0; turn < 5; turn++) {
            add(first);
            add(second);
        }

        assertEveryAcknowledgedIncrementCounts();
        assertThat(acknowledged).as("each asks the other to let go").hasSize(10);
    }

    @Test
    void anOwnerThatCanNotBeReachedIsFencedOnceItsLeaseMustHaveEnded() {
        add(first);
        add(first);
        assertThat(add(second).getFailure().getRetryAfter()).isEqualTo(10);
        add(first);
        now += TTL.toNanos();

        add(second);
        assertThat(acknowledged).containsExactly(1L, 2L, 3L, 4L);
        assertThat(add(first).getFailure().getStatus())
                .as("it does not know yet")
                .isEqualTo(503);
        add(second);
        assertThat(add(first).getFailure().getStatus()).isEqualTo(503);
        assertEveryAcknowledgedIncrementCounts();
    }

    @Test
    void aWriteThatWasUnderWayWhileAnotherNodeClaimedIsNotAcknowledged() {
        add(first);
        CompletableFuture<Void> answers = first.proxy.holdAnswers();
        CompletionStage<Outcome> slow = run(first, "add");
        second.discovery.left("first");

        add(second);
        answers.complete(null);
        assertThat(slow.toCompletableFuture().join().getFailure().getStatus()).isEqualTo(503);
        assertEveryAcknowledgedIncrementCounts();
    }

    @Test
    void norIsOneThatWasUnderWayWhileTwoOthersClaimedOneAfterTheOther() {
        add(first);
        CompletableFuture<Void> oldest = first.proxy.holdAnswers();
        CompletionStage<Outcome> oldestWrite = run(first, "add");
        second.discovery.left("first");
        add(second);
        CompletableFuture<Void> older = second.proxy.holdAnswers();
        CompletionStage<Outcome> olderWrite = run(second, "add");
        third.discovery.left("second");
        add(third);

        oldest.complete(null);
        older.complete(null);
        assertThat(oldestWrite.toCompletableFuture().join().getFailure().getStatus())
                .isEqualTo(503);
        assertThat(olderWrite.toCompletableFuture().join().getFailure().getStatus())
                .isEqualTo(503);
        add(third);
        assertEveryAcknowledgedIncrementCounts();
    }

    @Test
    void aNodeThatLostItsLeaseAnswersNothingNotEvenReads() {
        add(first);
        CompletableFuture<Void> answers = first.proxy.holdAnswers();
        CompletionStage<Outcome> write = run(first, "add");
        CompletionStage<Outcome> read = run(first, "get");
        first.discovery.loseLease();
        answers.complete(null);

        assertThat(write.toCompletableFuture().join().getFailure().getStatus()).isEqualTo(503);
        assertThat(read.toCompletableFuture().join().getFailure().getStatus()).isEqualTo(503);
        assertThat(add(first).getFailure().getStatus()).isEqualTo(503);
    }

    @Test
    void aNodeThatComesBackReadsWhatOthersWroteMeanwhile() {
        add(first);
        first.discovery.loseLease();
        second.discovery.left("first");
        add(second);
        reachable.put("second", second.actors);
        first.discovery.regainLease();

        assertThat(count(run(first, "get").toCompletableFuture().join())).isEqualTo(2);
        add(first);
        assertEveryAcknowledgedIncrementCounts();
    }

    private void assertEveryAcknowledgedIncrementCounts() {
        assertThat(acknowledged).isSorted().doesNotHaveDuplicates();
        RowView row = new RowView(
                Guilds.TABLE, shared.read(Read.row(Guilds.TABLE, 5L)).join().getRows(0));
        assertThat(row.get(Guilds.MEMBER_COUNT)).isEqualTo(acknowledged.getLast());
    }

    private Outcome add(GuildNode node) {
        Outcome outcome = run(node, "add").toCompletableFuture().join();
        if (outcome.hasSuccess()) {
            acknowledged.add(count(outcome));
        }
        return outcome;
    }

    private static CompletionStage<Outcome> run(GuildNode node, String step) {
        return node.actors.execute(Command.newBuilder()
                .setActor(KEY)
                .setInternal(Internal.newBuilder().setStep(step))
                .build());
    }

    private static long count(Outcome outcome) {
        return Json.parse(outcome.getSuccess().getBody()).path("count").asLong(-1);
    }

    private Uni<Outcome> atNode(String id, Command command) {
        Actors there = reachable.get(id);
        return there == null
                ? Uni.createFrom().failure(new IllegalStateException("unreachable"))
                : Uni.createFrom().completionStage(there.execute(command));
    }

    /** A node, its view of the others, and its proxy, which alone hears of its claims. */
    private final class GuildNode {
        private final LeasedDiscovery discovery;
        private final GuardedStore proxy = new GuardedStore(shared, TRUST);
        private final Actors actors;

        GuildNode(String id) {
            discovery = new LeasedDiscovery(id, TTL);
            StorageService service = StorageService.over(proxy);
            Timestamps timestamps = new Timestamps(clock);
            ActorCommands nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
            StorageFacade storage =
                    new RemoteStorage(new StorageRouter(node -> service, discovery, timestamps), Duration.ofMinutes(1));
            actors = new Actors(
                    List.of(new CounterBehaviour()),
                    new ActorServices(
                            storage,
                            discovery,
                            new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
                            nobody,
                            TestLogs.of(storage, nobody, clock),
                            new EpochClaim(
                                    discovery,
                                    node -> new ScriptedOwner(command -> atNode(node.id(), command)),
                                    timestamps,
                                    new ProxyNotices(discovery, node -> service),
                                    () -> now),
                            new ActorLimits(100, 100, Duration.ofMinutes(1), false),
                            clock));
        }
    }
}
