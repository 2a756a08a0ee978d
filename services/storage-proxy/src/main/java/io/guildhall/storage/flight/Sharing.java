package io.guildhall.storage.flight;

import io.guildhall.model.partition.PartitionKey;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Where the reads of a partition meet when several proxies serve one store. */
public interface Sharing {
    /** Not here. */
    long ELSEWHERE = -1;

    /** This proxy is the only one: all reads meet here, and nobody has to be told of writes. */
    Sharing HERE = new Sharing() {
        private static final CompletableFuture<Void> NOBODY = CompletableFuture.completedFuture(null);

        @Override
        public long period(PartitionKey partition) {
            return 0;
        }

        @Override
        public CompletableFuture<Void> end(Set<PartitionKey> written) {
            return NOBODY;
        }
    };

    /**
     * The number of the period for which reads of the partition meet here without interruption; {@link #ELSEWHERE} when
     * they do not. Only reads of the same period may share a flight that has begun. Cheap, never blocks.
     */
    long period(PartitionKey partition);

    /**
     * Has sharing ended at every other node where reads of these partitions may meet. The future never fails; reads that
     * begin after its completion share nothing with reads that began before this call.
     */
    CompletableFuture<Void> end(Set<PartitionKey> written);
}
