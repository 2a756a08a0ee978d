package io.guildhall.storage;

import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.flight.FlightObserver;
import io.guildhall.storage.flight.Flights;
import io.guildhall.storage.request.RequestCheck;
import io.guildhall.storage.store.Store;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The only door to the data. Checks requests against the catalogue and shares reads; everything else is the store's.
 * Failures are StatusRuntimeExceptions, the same in one process as over gRPC:
 *
 * <ul>
 *   <li>INVALID_ARGUMENT: the request does not fit the catalogue. A fault of the caller; repeating it is useless.
 *   <li>RESOURCE_EXHAUSTED: too many reads or writes are under way. Nothing was written. Try again later.
 *   <li>UNAVAILABLE: the store is closing, or too little of it can be reached. Whether a write took place is not known.
 *   <li>DEADLINE_EXCEEDED: the store did not answer in time. Whether a write took place is not known.
 *   <li>INTERNAL: the store failed. Whether a write took place is not known.
 * </ul>
 *
 * <p>A request begins when its Uni is subscribed to; each subscription is a request of its own.
 */
@ApplicationScoped
@Typed(StorageService.class)
public class StorageService implements Storage {
    private final Store store;
    private final Flights flights;

    @Inject
    public StorageService(Store store, StorageConfig config, StorageMeters meters) {
        this(
                store,
                new Flights(
                        store, config.flights().perPartition(), config.flights().inAll(), meters));
    }

    private StorageService(Store store, Flights flights) {
        this.store = store;
        this.flights = flights;
    }

    /** The service outside a container, over a store that the caller closes; for tests of other services. */
    public static StorageService over(Store store) {
        return new StorageService(store, new Flights(store, 256, 8_192, FlightObserver.NONE));
    }

    /** Opens the store now, so that a wrong directory ends the start and not the first request. */
    void start(@Observes StartupEvent event) {
        if (!store.ready()) {
            throw new IllegalStateException("the store did not open");
        }
    }

    @Override
    public Uni<ReadReply> read(ReadRequest request) {
        return answer(() -> {
            RequestCheck.check(request);
            return flights.read(request);
        });
    }

    @Override
    public Uni<WriteReply> write(WriteRequest request) {
        return answer(() -> {
            RequestCheck.check(request);
            return flights.write(request);
        });
    }

    /** A caller that cancels goes alone: the read or write itself goes on for the others. */
    private static <T> Uni<T> answer(Supplier<CompletableFuture<T>> call) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                call.get().whenComplete((reply, failure) -> settle(emitter, reply, failure));
            } catch (RuntimeException failure) {
                emitter.fail(StorageFailures.toStatus(failure));
            }
        });
    }

    private static <T> void settle(UniEmitter<? super T> emitter, T reply, Throwable failure) {
        if (failure == null) {
            emitter.complete(reply);
        } else {
            emitter.fail(StorageFailures.toStatus(failure));
        }
    }
}
