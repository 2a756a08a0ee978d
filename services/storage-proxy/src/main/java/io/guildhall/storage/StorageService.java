package io.guildhall.storage;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.ClaimedReply;
import io.guildhall.model.rpc.ClaimedRequest;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.config.StorageConfig;
import io.guildhall.storage.flight.FlightLimits;
import io.guildhall.storage.flight.FlightObserver;
import io.guildhall.storage.flight.Flights;
import io.guildhall.storage.flight.Sharing;
import io.guildhall.storage.request.RequestCheck;
import io.guildhall.storage.store.Store;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The only door to the data. Checks requests against the catalogue and shares reads; everything else is the store's.
 * Failures are StatusRuntimeExceptions, the same in one process as over gRPC:
 *
 * <ul>
 *   <li>INVALID_ARGUMENT: the request does not fit the catalogue. A fault of the caller; repeating it is useless.
 *   <li>FAILED_PRECONDITION: the write's fence is of an epoch that is over. It is not acknowledged, nor will another attempt be.
 *   <li>RESOURCE_EXHAUSTED: too many reads or writes are under way. Nothing was done. Try again later, and not at another
 *       node: it has the same store.
 *   <li>UNAVAILABLE: the store is closing, or too little of it can be reached. Whether a write took place is not known.
 *   <li>DEADLINE_EXCEEDED: the store did not answer in time. Whether a write took place is not known.
 *   <li>INTERNAL: the store failed. Whether a write took place is not known.
 * </ul>
 *
 * <p>A request begins when its Uni is subscribed to; each subscription is a request of its own.
 */
@ApplicationScoped
@Typed(StorageService.class)
public class StorageService implements Storage, StorageFencing {
    private final Store store;
    private final Flights flights;

    @Inject
    public StorageService(Store store, Sharing sharing, StorageConfig config, StorageMeters meters) {
        this(store, new Flights(store, sharing, limits(config.flights()), meters));
    }

    private StorageService(Store store, Flights flights) {
        this.store = store;
        this.flights = flights;
    }

    /** The service outside a container, over a store that the caller closes; for tests of other services. */
    public static StorageService over(Store store) {
        return over(store, Sharing.HERE);
    }

    /** One of several proxies over one store, outside a container. */
    public static StorageService over(Store store, Sharing sharing) {
        return over(store, sharing, FlightLimits.DEFAULT);
    }

    /** One of several proxies over one store, outside a container. */
    public static StorageService over(Store store, Sharing sharing, FlightLimits limits) {
        return new StorageService(store, new Flights(store, sharing, limits, FlightObserver.NONE));
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

    /** Another proxy wrote: reads of these partitions from now on share nothing with reads that began before. */
    public void endSharing(Set<PartitionKey> written) {
        flights.endSharing(written);
    }

    @Override
    public Uni<WriteReply> write(WriteRequest request) {
        return answer(() -> {
            RequestCheck.check(request);
            return flights.write(request);
        });
    }

    @Override
    public Uni<ClaimedReply> claimed(ClaimedRequest request) {
        return answer(() -> store.claimed(request.getFence()).thenApply(unheard -> ClaimedReply.newBuilder()
                .setUnheardMillis((int) unheard.toMillis())
                .build()));
    }

    /**
     * A caller that cancels a read leaves, and the read itself goes on as long as others wait for it. A write that was
     * cancelled goes on to its end, since somebody has to say that sharing ends.
     */
    private static <T> Uni<T> answer(Supplier<CompletableFuture<T>> call) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                CompletableFuture<T> answer = call.get();
                answer.whenComplete((reply, failure) -> settle(emitter, reply, failure));
                emitter.onTermination(() -> answer.cancel(true));
            } catch (Throwable failure) {
                Guard.PROCESS.check(failure);
                emitter.fail(StorageFailures.toStatus(failure));
            }
        });
    }

    private static FlightLimits limits(StorageConfig.Flights config) {
        return new FlightLimits(
                config.perPartition(), config.inAll(), config.aboard(), config.waiting(), config.deadline());
    }

    private static <T> void settle(UniEmitter<? super T> emitter, T reply, Throwable failure) {
        if (failure == null) {
            emitter.complete(reply);
        } else {
            emitter.fail(StorageFailures.toStatus(failure));
        }
    }
}
