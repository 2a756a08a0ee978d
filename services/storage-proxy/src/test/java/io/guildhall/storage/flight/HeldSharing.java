package io.guildhall.storage.flight;

import io.guildhall.model.partition.PartitionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Other nodes that hear of writes when the test says so. */
final class HeldSharing implements Sharing {
    final List<CompletableFuture<Void>> ends = new ArrayList<>();
    long period;

    @Override
    public long period(PartitionKey partition) {
        return period;
    }

    @Override
    public CompletableFuture<Void> end(Set<PartitionKey> written) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        return end;
    }
}
