package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchType;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.cassandra.BatchPlan.Timed;
import io.guildhall.storage.fencing.EpochGuard;
import io.guildhall.storage.store.StoreException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes batches, each in the cheapest way that keeps all or nothing, those of owners while their epoch holds. */
final class Writer {
    private static final WriteReply APPLIED =
            WriteReply.newBuilder().setApplied(true).build();

    private final InFlight inFlight;
    private final WriteClock clock;
    private final Requests requests;
    private final BatchSender sender;
    private final Claims claims;
    private final RedoLog redo;
    private final EpochGuard guard;
    private final CassandraObserver observer;

    Writer(
            InFlight inFlight,
            WriteClock clock,
            Requests requests,
            BatchSender sender,
            Claims claims,
            RedoLog redo,
            EpochGuard guard,
            CassandraObserver observer) {
        this.inFlight = inFlight;
        this.clock = clock;
        this.requests = requests;
        this.sender = sender;
        this.claims = claims;
        this.redo = redo;
        this.guard = guard;
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
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
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
        Upsert first = request.getMutations(0).getUpsert();
        if (Claims.isClaim(first)) {
            Table table = Tables.named(request.getMutations(0).getTable());
            return guard.write(request, () -> claims.claim(table, first, requests.deadline())
                    .thenApply(applied ->
                            WriteReply.newBuilder().setApplied(applied).build()));
        }
        // Before the guard, so that writes of one caller have their times in the order in which they came.
        WriteRequest timed = request.getTimestamp() == 0
                ? request.toBuilder()
                        .setTimestamp(clock.reserve(request.getMutationsCount()))
                        .build()
                : request;
        return guard.write(timed, () -> send(timed));
    }

    private CompletableFuture<WriteReply> send(WriteRequest request) {
        Deadline deadline = requests.deadline();
        List<Timed> timed = BatchPlan.timed(request, request.getTimestamp());
        BatchPlan plan = BatchPlan.of(timed);
        CompletableFuture<Void> written =
                switch (plan.way()) {
                    case TOGETHER -> sender.send(BatchType.UNLOGGED, timed, deadline);
                    case LOGGED -> sender.send(BatchType.LOGGED, timed, deadline);
                    case IN_PARTS -> redo.write(request, plan, deadline);
                };
        return written.thenApply(done -> APPLIED);
    }
}
