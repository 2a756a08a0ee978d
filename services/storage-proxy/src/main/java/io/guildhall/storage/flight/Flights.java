package io.guildhall.storage.flight;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.store.Store;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets equal reads that run at the same time share one read of the store.
 *
 * <p>A write ends the sharing of its partitions before it is acknowledged: flights that are under way still answer
 * those who are aboard, but a read that begins after the acknowledgement starts a new one. So no read returns data older
 * than a write that was acknowledged before the read began.
 */
public final class Flights {
    private final Store store;
    private final int maxPerPartition;
    private final int maxInAll;
    private final FlightObserver observer;
    private final Map<PartitionKey, Partition> partitions = new ConcurrentHashMap<>();
    private final AtomicInteger inAll = new AtomicInteger();

    public Flights(Store store, int maxPerPartition, int maxInAll, FlightObserver observer) {
        this.store = store;
        this.maxPerPartition = maxPerPartition;
        this.maxInAll = maxInAll;
        this.observer = observer;
    }

    /**
     * The rows. Callers share the future and must not complete it.
     *
     * @throws TooManyFlightsException when the partition or the store has as many flights as it may have
     */
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        PartitionKey key = PartitionKey.of(request);
        CompletableFuture<ReadReply> mine = new CompletableFuture<>();
        AtomicReference<CompletableFuture<ReadReply>> chosen = new AtomicReference<>();
        partitions.compute(key, (ignored, known) -> {
            Partition partition = known == null ? new Partition() : known;
            CompletableFuture<ReadReply> shared = partition.shared.get(request);
            if (shared == null && admit(partition)) {
                partition.shared.put(request, mine);
                shared = mine;
            }
            chosen.set(shared);
            return partition.running == 0 ? null : partition;
        });
        CompletableFuture<ReadReply> flight = chosen.get();
        if (flight == null) {
            observer.shed();
            throw new TooManyFlightsException();
        }
        if (flight == mine) {
            observer.started();
            store.read(request).whenComplete((reply, failure) -> {
                end(key, request, mine);
                complete(mine, reply, failure);
            });
        } else {
            observer.joined();
        }
        return flight;
    }

    /** Writes, and ends the sharing of the written partitions before the result is known to anyone. */
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return store.write(request).whenComplete((reply, failure) -> {
            for (Mutation mutation : request.getMutationsList()) {
                partitions.computeIfPresent(PartitionKey.of(mutation), (ignored, partition) -> {
                    partition.shared.clear();
                    return partition;
                });
            }
        });
    }

    /** Flights under way, shared or not. */
    public int running() {
        return inAll.get();
    }

    private boolean admit(Partition partition) {
        if (partition.running >= maxPerPartition) {
            return false;
        }
        if (inAll.incrementAndGet() > maxInAll) {
            inAll.decrementAndGet();
            return false;
        }
        partition.running++;
        return true;
    }

    private void end(PartitionKey key, ReadRequest request, CompletableFuture<ReadReply> flight) {
        inAll.decrementAndGet();
        partitions.computeIfPresent(key, (ignored, partition) -> {
            if (!partition.shared.remove(request, flight)) {
                // A write ended the sharing of this flight. What it brings may still be newer than what the flight
                // after
                // it will bring, so nobody may join that one any more: whoever has seen a value never sees an older
                // one.
                partition.shared.remove(request);
            }
            partition.running--;
            return partition.running == 0 ? null : partition;
        });
    }

    private static void complete(CompletableFuture<ReadReply> flight, ReadReply reply, Throwable failure) {
        if (failure == null) {
            flight.complete(reply);
        } else {
            flight.completeExceptionally(failure);
        }
    }

    /** Changed only within the map's compute calls for its key. */
    private static final class Partition {
        private final Map<ReadRequest, CompletableFuture<ReadReply>> shared = new HashMap<>();
        private int running;
    }
}
