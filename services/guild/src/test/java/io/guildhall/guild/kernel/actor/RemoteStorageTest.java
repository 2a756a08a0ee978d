package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.guildhall.guild.FakeDiscovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Guilds;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RemoteStorageTest {
    private static final ReadRequest READ = Read.row(Guilds.TABLE, 1L);
    private static final List<Mutation> WRITE =
            List.of(Write.to(Guilds.TABLE, 1L).build());

    private final FailingStorage proxy = new FailingStorage();

    @Test
    void aReadThatIsTurnedAwayIsTriedAgain() {
        proxy.failures.add(Status.RESOURCE_EXHAUSTED);
        proxy.failures.add(Status.UNAVAILABLE);

        assertThat(storage(Duration.ofMinutes(1)).read(Guilds.TABLE, READ)).isEmpty();
        assertThat(proxy.calls).isEqualTo(3);
    }

    @Test
    void aReadIsGivenUpAfterThreeAttempts() {
        for (int failure = 0; failure < 5; failure++) {
            proxy.failures.add(Status.UNAVAILABLE);
        }

        assertThatThrownBy(() -> storage(Duration.ofMinutes(1)).read(Guilds.TABLE, READ))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(proxy.calls).isEqualTo(3);
    }

    @Test
    void aReadIsNotTriedAgainWhenItsTimeIsOver() {
        proxy.failures.add(Status.UNAVAILABLE);

        assertThatThrownBy(() -> storage(Duration.ofMillis(50)).read(Guilds.TABLE, READ))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(proxy.calls).isEqualTo(1);
    }

    @Test
    void aWriteWhoseOutcomeIsNotKnownIsTheActorsMatter() {
        proxy.failures.add(Status.UNAVAILABLE);

        assertThatThrownBy(() -> storage(Duration.ofMinutes(1))
                        .write(WRITE)
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class);
        assertThat(proxy.calls).isEqualTo(1);
    }

    @Test
    void writesLeaveInTheOrderOfTheCalls() {
        StorageFacade storage = storage(Duration.ofMinutes(1));
        for (int write = 0; write < 100; write++) {
            storage.write(WRITE);
        }

        assertThat(proxy.timestamps).hasSize(100);
        assertThat(List.copyOf(proxy.timestamps)).isSorted().doesNotHaveDuplicates();
    }

    private StorageFacade storage(Duration timeout) {
        FakeDiscovery discovery = new FakeDiscovery();
        discovery.set(Role.STORAGE_PROXY, "only");
        StorageRouter router = new StorageRouter(node -> proxy, discovery, new Timestamps(Clock.systemUTC()));
        return new RemoteStorage(router, timeout);
    }

    private static final class FailingStorage implements Storage {
        private final Deque<Status> failures = new ArrayDeque<>();
        private final Deque<Long> timestamps = new ArrayDeque<>();
        private int calls;

        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            return answer(ReadReply.getDefaultInstance());
        }

        @Override
        public Uni<WriteReply> write(WriteRequest request) {
            timestamps.add(request.getTimestamp());
            return answer(WriteReply.getDefaultInstance());
        }

        private <T> Uni<T> answer(T answer) {
            calls++;
            return failures.isEmpty()
                    ? Uni.createFrom().item(answer)
                    : Uni.createFrom().failure(failures.poll().asRuntimeException());
        }
    }
}
