package io.guildhall.storage.flight;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One read of the store and those who wait for it. Who is aboard changes only within the map's calls for the partition. */
final class Flight {
    private final PartitionKey partition;
    private final ReadRequest request;
    private final long period;
    private final long begun;
    private final Set<Passenger> aboard = new HashSet<>();
    private volatile CompletableFuture<ReadReply> reading;
    private volatile boolean abandoned;

    Flight(PartitionKey partition, ReadRequest request, long period, long begun) {
        this.partition = partition;
        this.request = request;
        this.period = period;
        this.begun = begun;
    }

    PartitionKey partition() {
        return partition;
    }

    ReadRequest request() {
        return request;
    }

    /** True when nobody may join it once it has begun. */
    boolean alone() {
        return period == Sharing.ELSEWHERE;
    }

    /** Whether a reader of this period may still come aboard, at this time of the monotonic clock. */
    boolean joinable(long wanted, long now, long longest) {
        // A flight whose end is overdue, because this process stood still, may be older than its writers think.
        return period == wanted && (alone() || now - begun < longest);
    }

    Set<Passenger> aboard() {
        return aboard;
    }

    /** The store's read has begun. Ends it at once when everybody has left meanwhile. */
    void reads(CompletableFuture<ReadReply> future) {
        reading = future;
        if (abandoned) {
            future.cancel(true);
        }
    }

    /** Ends the store's read, now or as soon as it has begun; true when it had begun. */
    boolean abandon() {
        abandoned = true;
        CompletableFuture<ReadReply> future = reading;
        return future != null && future.cancel(true);
    }
}
