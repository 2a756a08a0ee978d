package io.guildhall.storage;

import static io.guildhall.storage.store.Stores.batch;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageServiceTest {
    private static final ReadRequest READ = Read.row(Users.TABLE, 1L);
    private static final WriteRequest WRITE = batch(Write.to(Users.TABLE, 1L).build());
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);

    private final Store store = EmbeddedStore.inMemory();
    private final StorageService service = StorageService.over(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsWrittenCanBeRead() {
        assertThat(service.write(WRITE).await().atMost(LONG_ENOUGH).getApplied())
                .isTrue();
        assertThat(service.read(READ).await().atMost(LONG_ENOUGH).getRowsCount())
                .isEqualTo(1);
    }

    @Test
    void nothingHappensBeforeTheSubscription() {
        Uni<?> write = service.write(WRITE);

        assertThat(service.read(READ).await().atMost(LONG_ENOUGH).getRowsCount())
                .isZero();
        assertThat(write.await().atMost(LONG_ENOUGH)).isNotNull();
    }

    @Test
    void aRequestThatDoesNotFitIsAnInvalidArgumentWithASentence() {
        StatusRuntimeException failure =
                failureOf(service.read(READ.toBuilder().setTable("secrets").build()));

        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(failure.getStatus().getDescription()).isEqualTo("The catalogue has no table \"secrets\".");
    }

    @Test
    void aClosedStoreIsUnavailable() {
        store.close();

        assertThat(failureOf(service.read(READ)).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(failureOf(service.write(WRITE)).getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void aFullQueueIsExhaustedAndSaysOverloaded() {
        EmbeddedStoreOptions none = new EmbeddedStoreOptions(Optional.empty(), false, 0, 1, 1, 1, 1);
        try (Store full = EmbeddedStore.open(none, Clock.systemUTC(), batches -> {})) {
            StatusRuntimeException failure = failureOf(StorageService.over(full).write(WRITE));

            assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            assertThat(failure.getStatus().getDescription()).startsWith("overloaded");
        }
    }

    private static StatusRuntimeException failureOf(Uni<?> call) {
        Throwable failure = call.map(reply -> (Throwable) new AssertionError("answered " + reply))
                .onFailure()
                .recoverWithItem(thrown -> thrown)
                .await()
                .atMost(LONG_ENOUGH);
        assertThat(failure).isInstanceOf(StatusRuntimeException.class);
        return (StatusRuntimeException) failure;
    }
}
