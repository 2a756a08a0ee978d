package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchType;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.storage.cassandra.BatchPlan.Timed;
import io.guildhall.storage.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes batches, each in the cheapest way that keeps all or nothing. */
final class Writer {
    private static final WriteReply APPLIED =
            WriteReply.newBuilder().setApplied(true).build();

    private final InFlight inFlight;
    private final WriteClock clock;
    private final Requests requests;
    private final BatchSender sender;
    private final Claims claims;
    private final RedoLog redo;
    private final CassandraObserver observer;

    Writer(
            InFlight inFlight,
            WriteClock clock,
            Requests requests,
            BatchSender sender,
            Claims claims,
            RedoLog redo,
            CassandraObserver observer) {
        this.inFlight = inFlight;
        this.clock = clock;
        this.requests = requests;
        this.sender = sender;
        this.claims = claims;
        this.redo = redo;
        this.observer = observer;
    }

    CompletableFuture<WriteReply> write(WriteRequest request) {
        long bytes = request.getSerializedSize();
        try {
            inFlight.enter(bytes);
        } catch (StoreException refused) {
            if (refused.reason() == StoreException.Reason.OVERLOADED) {
                observer.writeShed();
            }
            return CompletableFuture.failedFuture(refused);
        }
        CompletableFuture<WriteReply> reply = new CompletableFuture<>();
        CompletableFuture<WriteReply> work;
        try {
            work = begin(request);
        } catch (RuntimeException failure) {
            work = CompletableFuture.failedFuture(failure);
        }
        work.whenComplete((written, failure) -> {
            inFlight.leave(bytes);
            if (failure == null) {
                reply.complete(written);
            } else {
                reply.completeExceptionally(DriverFailures.toStoreException(failure));
            }
        });
        return reply;
    }

    private CompletableFuture<WriteReply> begin(WriteRequest request) {
        Deadline deadline = requests.deadline();
        Mutation first = request.getMutations(0);
        if (first.getUpsert().getIfAbsent()) {
            return claims.claim(Tables.named(first.getTable()), first.getUpsert(), deadline)
                    .thenApply(applied ->
                            WriteReply.newBuilder().setApplied(applied).build());
        }
        int mutations = request.getMutationsCount();
        long timestamp = request.getTimestamp() == 0 ? clock.reserve(mutations) : request.getTimestamp();
        List<Timed> timed = BatchPlan.timed(request, timestamp);
        BatchPlan plan = BatchPlan.of(timed);
        CompletableFuture<Void> written =
                switch (plan.way()) {
                    case TOGETHER -> sender.send(BatchType.UNLOGGED, timed, deadline);
                    case LOGGED -> sender.send(BatchType.LOGGED, timed, deadline);
                    case IN_PARTS ->
                        redo.write(request.toBuilder().setTimestamp(timestamp).build(), plan, deadline);
                };
        return written.thenApply(done -> APPLIED);
    }
}
