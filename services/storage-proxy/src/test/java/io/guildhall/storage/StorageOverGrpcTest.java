package io.guildhall.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.EndSharingRequest;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageSharing;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storage.flight.HeldStore;
import io.guildhall.storage.store.Store;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy as a process, called over a real connection: what its callers' patience does to the store. */
@QuarkusTest
@TestProfile(StorageOverGrpcTest.SettledSoon.class)
class StorageOverGrpcTest {
    private static final Node PROXY = new Node("s1", Role.STORAGE_PROXY, "127.0.0.1:19219", "", false);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final ReadRequest READ = Read.row(Guilds.TABLE, 1L);

    @Inject
    Peers<Storage> proxies;

    @Inject
    Peers<StorageSharing> sharing;

    @Inject
    Discovery discovery;

    @Inject
    HeldStore store;

    private StorageRouter router;

    @BeforeEach
    void connect() {
        store.reads.clear();
        store.writes.clear();
        router = new StorageRouter(proxies, discovery, new Timestamps(Clock.systemUTC()));
    }

    @Test
    void aCallerThatGoesAwayEndsTheReadOfTheStore() {
        Cancellable call = subscribe();
        Eventually.until(() -> store.reads.size() == 1);

        call.cancel();

        Eventually.until(() -> store.reads.getFirst().isCancelled());
    }

    @Test
    void aDeadlineThatPassesEndsTheReadOfTheStore() {
        // On a machine that has much to do it passes before the store is asked.
        while (store.reads.isEmpty()) {
            Throwable failure = catchThrowable(
                    () -> router.read(READ, Duration.ofMillis(700)).await().indefinitely());
            assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        }

        Eventually.until(() -> store.reads.getFirst().isCancelled());
    }

    @Test
    void whileOneCallerStaysTheReadGoesOn() {
        CompletableFuture<ReadReply> staying = router.read(READ, LONG).subscribeAsCompletionStage();
        Eventually.until(() -> store.reads.size() == 1);
        Throwable failure = catchThrowable(
                () -> router.read(READ, Duration.ofMillis(700)).await().indefinitely());

        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
        assertThat(store.reads).hasSize(1);
        assertThat(store.reads.getFirst()).isNotDone();
        store.reads.getFirst().complete(ReadReply.getDefaultInstance());
        assertThat(staying.join()).isEqualTo(ReadReply.getDefaultInstance());
    }

    @Test
    void anotherProxyEndsTheSharingOfARead() {
        Cancellable before = subscribe();
        Eventually.until(() -> store.reads.size() == 1);
        sharing.at(PROXY)
                .endSharing(EndSharingRequest.newBuilder()
                        .addPartitions(PartitionKey.of(READ).reference())
                        .build())
                .await()
                .indefinitely();
        Cancellable after = subscribe();

        Eventually.until(() -> store.reads.size() == 2);
        before.cancel();
        after.cancel();
        Eventually.until(() -> store.reads.stream().allMatch(CompletableFuture::isCancelled));
    }

    @Test
    void aWriteGoesOnWhenItsCallerGoesAway() {
        Cancellable call = router.write(List.of(Write.to(Guilds.TABLE, 1L).build()), LONG)
                .subscribe()
                .with(reply -> {}, failure -> {});
        Eventually.until(() -> store.writes.size() == 1);
        call.cancel();
        Cancellable reading = subscribe();
        Eventually.until(() -> store.reads.size() == 1);

        assertThat(store.writes.getFirst()).isNotDone();
        store.writes.getFirst().complete(WriteReply.getDefaultInstance());
        Cancellable later = subscribe();
        Eventually.until(() -> store.reads.size() == 2);
        reading.cancel();
        later.cancel();
    }

    @Test
    void whatDoesNotFitIsToldInASentence() {
        Throwable failure = catchThrowable(() ->
                router.read(READ.toBuilder().setLimit(0).build(), LONG).await().indefinitely());

        assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(Status.fromThrowable(failure).getDescription()).startsWith("The limit must be");
    }

    private Cancellable subscribe() {
        return router.read(READ, LONG).subscribe().with(reply -> {}, failure -> {});
    }

    /** Reads are shared from the first moments on. */
    public static final class SettledSoon implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guildhall.discovery.lease-ttl", "1ms",
                    "guildhall.storage.sharing.settle", "2ms",
                    "guildhall.storage.flights.deadline", "1m");
        }
    }

    /** The cluster, which is this proxy alone, over a store that the test holds. */
    @Singleton
    static class OneProxy {
        @Produces
        @Singleton
        HeldStore held = new HeldStore();

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Store store(HeldStore store) {
            return store;
        }

        @Produces
        @Singleton
        Discovery discovery() {
            return new StaticDiscovery(List.of(PROXY), List.of(PROXY));
        }
    }
}
