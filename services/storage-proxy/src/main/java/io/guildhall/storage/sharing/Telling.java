package io.guildhall.storage.sharing;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.partition.PartitionKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How a node has others end the sharing of partitions. Neither future fails, and neither call blocks. */
interface Telling {
    /** Completes when reads at the node that begin from then on share nothing with reads that began before this call. */
    CompletableFuture<Void> tell(Node node, List<PartitionKey> partitions);

    /** Completes when every read that has begun before this call is over, whoever reads. */
    CompletableFuture<Void> waitOut();
}
