package io.guildhall.tests.simulation.store;

import io.guildhall.model.partition.PartitionKey;
import io.guildhall.storage.flight.Sharing;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Every read is one of its own, so that proxies have nothing to tell each other. */
public final class Unshared implements Sharing {
    @Override
    public long period(PartitionKey partition) {
        return ELSEWHERE;
    }

    @Override
    public CompletableFuture<Void> end(Set<PartitionKey> written) {
        return CompletableFuture.completedFuture(null);
    }
}
