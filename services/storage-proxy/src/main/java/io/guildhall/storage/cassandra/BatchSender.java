package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.guildhall.storage.cassandra.BatchPlan.Timed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends mutations as one statement or one batch, or in parts. All of it may be sent again: each mutation has its time. */
final class BatchSender {
    /** Parts of one batch that are under way at a time. */
    private static final int LANES = 8;

    private final Requests requests;
    private final MutationBinder binder;

    BatchSender(Requests requests, MutationBinder binder) {
        this.requests = requests;
        this.binder = binder;
    }

    CompletableFuture<Void> send(BatchType type, List<Timed> mutations, Deadline deadline) {
        if (mutations.stream().allMatch(timed -> isEmpty(timed))) {
            return CompletableFuture.completedFuture(null);
        }
        return requests.send(RequestKind.WRITE, () -> statement(type, mutations), deadline)
                .thenApply(result -> null);
    }

    /** Partition by partition, a few at a time, each in pieces that are not too large. */
    CompletableFuture<Void> sendInParts(List<List<Timed>> partitions, int maxBytes, Deadline deadline) {
        List<List<Timed>> parts = partitions.stream()
                .flatMap(partition -> BatchPlan.groups(partition, maxBytes).stream())
                .toList();
        return FewAtOnce.run(LANES, parts, part -> send(BatchType.UNLOGGED, part, deadline));
    }

    private CompletableFuture<Statement<?>> statement(BatchType type, List<Timed> mutations) {
        List<CompletableFuture<BoundStatement>> bound = new ArrayList<>(mutations.size());
        for (Timed timed : mutations) {
            bound.addAll(binder.bind(timed.table(), timed.mutation(), timed.timestamp()));
        }
        if (bound.size() == 1) {
            return bound.getFirst().thenApply(statement -> statement);
        }
        return CompletableFuture.allOf(bound.toArray(CompletableFuture[]::new)).thenApply(ready -> {
            List<BoundStatement> statements =
                    bound.stream().map(CompletableFuture::join).toList();
            return BatchStatement.newInstance(type, List.copyOf(statements));
        });
    }

    /** A range between whose bounds nothing can lie. */
    private static boolean isEmpty(Timed timed) {
        return timed.mutation().hasDeleteRange()
                && MutationBinder.slices(timed.table(), timed.mutation().getDeleteRange())
                        .isEmpty();
    }
}
