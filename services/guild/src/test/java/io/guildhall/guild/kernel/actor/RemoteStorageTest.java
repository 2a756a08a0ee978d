package io.guildhall.guild.kernel.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Status;
import io.guildhall.guild.FakeDiscovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Fence;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoteStorageTest {
    private static final ReadRequest READ = Read.row(Guilds.TABLE, 1L);
    private static final List<Mutation> WRITE =
            List.of(Write.to(Guilds.TABLE, 1L).build());

    private final FailingStorage proxy = new FailingStorage();

    @Test
    void aReadThatReachedNobodyOrGotNoAnswerIsTriedAgain() {
        proxy.failures.add(Status.DEADLINE_EXCEEDED);
        proxy.failures.add(Status.UNAVAILABLE);

        assertThat(storage(Duration.ofMinutes(1)).read(Guilds.TABLE, READ)).isEmpty();
        assertThat(proxy.calls).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOURCE_EXHAUSTED", "INVALID_ARGUMENT", "INTERNAL", "UNAUTHENTICATED"})
    void aReadThatWasShedOrWillAlwaysFailIsNotTriedAgain(Status.Code code) {
        proxy.failures.add(code.toStatus());

        assertThatThrownBy(() -> storage(Duration.ofMinutes(1)).read(Guilds.TABLE, READ))
                .isInstanceOf(StorageUnavailable.class);
        assertThat(proxy.calls).isEqualTo(1);
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
    void aWriteThatWasShedOrIsInvalidIsKnownToHaveDoneNothing() {
        proxy.failures.addAll(List.of(Status.RESOURCE_EXHAUSTED, Status.INVALID_ARGUMENT));

        assertThat(failureOfWrite())
                .isInstanceOfSatisfying(WriteRefusedException.class, refused -> assertThat(refused.passing())
                        .isTrue());
        assertThat(failureOfWrite())
                .isInstanceOfSatisfying(WriteRefusedException.class, refused -> assertThat(refused.passing())
                        .isFalse());
    }

    @Test
    void aWriteOfAnEpochThatIsOverIsToldApart() {
        proxy.failures.add(Status.FAILED_PRECONDITION);

        assertThat(failureOfWrite()).isInstanceOf(FencedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "INTERNAL", "CANCELLED"})
    void ofEveryOtherWriteTheOutcomeIsNotKnown(Status.Code code) {
        proxy.failures.add(code.toStatus());

        assertThat(failureOfWrite()).isExactlyInstanceOf(StorageUnavailable.class);
    }

    @Test
    void aBatchThatIsWrittenAgainHasTheSameTimesAndFence() {
        Fence fence =
                Fence.newBuilder().setActorKind(1).setActorId(7).setEpoch(3).build();
        StorageFacade storage = storage(Duration.ofMinutes(1)).fencedBy(fence);
        WriteRequest batch = storage.batch(WRITE);
        storage.write(batch);
        storage.write(batch);

        assertThat(batch.getFence()).isEqualTo(fence);
        assertThat(proxy.timestamps).hasSize(2).containsOnly(batch.getTimestamp());
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

    private Throwable failureOfWrite() {
        return catchThrowable(() -> storage(Duration.ofMinutes(1))
                        .write(WRITE)
                        .toCompletableFuture()
                        .join())
                .getCause();
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
