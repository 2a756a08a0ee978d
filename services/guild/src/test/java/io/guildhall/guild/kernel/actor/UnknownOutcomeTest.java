package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.guildhall.guild.FakeDiscovery;
import io.guildhall.guild.fakes.TestLogs;
import io.guildhall.guild.kernel.audience.RelayLinks;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.StorageService;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.store.Store;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.ManualClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An actor whose write took place while the connection to the proxy broke. */
class UnknownOutcomeTest {
    private final ManualClock clock = new ManualClock();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final Store store = EmbeddedStore.inMemory();
    private final LosingProxy proxies = new LosingProxy(StorageService.over(store));
    private final CounterBehaviour counter = new CounterBehaviour();
    private final Actors actors = actors();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void withAnotherProxyTheBatchIsRepeatedAndNothingIsLost() {
        discovery.set(Role.STORAGE_PROXY, "first", "second");
        run("get");
        proxies.losing = true;

        assertThat(count(run("add"))).isEqualTo(1);
        assertThat(count(run("add"))).isEqualTo(2);
        assertThat(count(run("stored"))).isEqualTo(2);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void withoutOneTheBatchIsRepeatedAtTheOnlyOne() {
        discovery.set(Role.STORAGE_PROXY, "only");
        run("get");
        proxies.losing = true;

        assertThat(count(run("add"))).isEqualTo(1);
        assertThat(count(run("add"))).isEqualTo(2);
        assertThat(count(run("stored"))).isEqualTo(2);
        assertThat(counter.loads).containsExactly(1L);
    }

    @Test
    void theRepeatedBatchHasTheSameTimesAndTheNextOneLaterOnes() {
        discovery.set(Role.STORAGE_PROXY, "only");
        run("get");
        proxies.timestamps.clear();
        proxies.losing = true;
        run("add");
        run("add");

        assertThat(proxies.timestamps).hasSize(3);
        assertThat(proxies.timestamps.get(1)).isEqualTo(proxies.timestamps.get(0));
        assertThat(proxies.timestamps.get(2)).isGreaterThan(proxies.timestamps.get(1));
    }

    private Outcome run(String step) {
        return actors.execute(Command.newBuilder()
                        .setActor(Keys.guild(5))
                        .setInternal(Internal.newBuilder().setStep(step))
                        .build())
                .toCompletableFuture()
                .join();
    }

    private static long count(Outcome outcome) {
        return Json.parse(outcome.getSuccess().getBody()).path("count").asLong(-1);
    }

    private Actors actors() {
        ActorCommands nobody = command -> CompletableFuture.completedFuture(Outcomes.broken());
        Timestamps timestamps = new Timestamps(clock);
        StorageRouter router = new StorageRouter(node -> proxies, discovery, timestamps);
        StorageFacade storage = new RemoteStorage(router, Duration.ofMinutes(1));
        return new Actors(
                List.of(counter),
                new ActorServices(
                        storage,
                        discovery,
                        new RelayLinks(node -> null, discovery, (node, notice) -> {}, node -> {}, nanos -> {}),
                        nobody,
                        TestLogs.of(storage, nobody, clock),
                        new EpochClaim(discovery, node -> null, timestamps),
                        new ActorLimits(100, 100, Duration.ofMinutes(1), false),
                        clock));
    }

    /** Every proxy, over one store: loses one answer when told to. */
    private static final class LosingProxy implements Storage {
        private final Storage storage;
        private volatile boolean losing;
        private final List<Long> timestamps = new CopyOnWriteArrayList<>();

        LosingProxy(Storage storage) {
            this.storage = storage;
        }

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            return storage.read(request);
        }

        @Override
        public Uni<WriteReply> write(WriteRequest request) {
            timestamps.add(request.getTimestamp());
            Uni<WriteReply> written = storage.write(request);
            if (!losing) {
                return written;
            }
            losing = false;
            return written.chain(
                    reply -> Uni.createFrom().<WriteReply>failure(Status.UNAVAILABLE.asRuntimeException()));
        }
    }
}
