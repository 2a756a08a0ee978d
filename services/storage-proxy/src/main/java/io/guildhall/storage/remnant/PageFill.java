package io.guildhall.storage.remnant;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Table;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/**
 * One read of whole rows. Mostly one read of the store; each remnant in it makes room, and what is missing is read behind the
 * last row, until the page is full or the range ends.
 */
final class PageFill {
    /** Reads of the store for one page. Seldom more than two; so many only where thousands of remnants lie in a row. */
    static final int MOST_READS = 16;

    private static final int LEAST_REFILL = 500;

    private final Store store;
    private final Table table;
    private final int required;
    private final ReadRequest request;
    private final BiConsumer<Table, Row> found;
    private final List<Row> whole = new ArrayList<>();
    private final CompletableFuture<ReadReply> answer = new CompletableFuture<>();
    private int reads;

    PageFill(Store store, Table table, ReadRequest request, BiConsumer<Table, Row> found) {
        this.store = store;
        this.table = table;
        this.required = table.indexOf(table.required().orElseThrow());
        this.request = request;
        this.found = found;
    }

    /** Cancelling the future gives up what the store does for it. */
    CompletableFuture<ReadReply> run() {
        read(request);
        return answer;
    }

    private void read(ReadRequest next) {
        reads++;
        CompletableFuture<ReadReply> running = store.read(next);
        answer.whenComplete((reply, failure) -> {
            if (answer.isCancelled()) {
                running.cancel(false);
            }
        });
        running.thenAccept(reply -> take(next, reply)).whenComplete((nothing, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(unwrapped(failure));
            }
        });
    }

    private void take(ReadRequest asked, ReadReply reply) {
        List<Row> rows = reply.getRowsList();
        int before = whole.size();
        for (Row row : rows) {
            if (row.getValues(required).getKindCase() == Value.KindCase.KIND_NOT_SET) {
                found.accept(table, row);
            } else {
                whole.add(row);
            }
        }
        boolean ended = rows.size() < asked.getLimit();
        if (before == 0 && whole.size() == rows.size()) {
            answer.complete(reply.getRowsCount() <= request.getLimit() ? reply : page());
        } else if (ended || whole.size() >= request.getLimit()) {
            answer.complete(page());
        } else if (reads == MOST_READS) {
            answer.completeExceptionally(new StoreException(
                    StoreException.Reason.OVERLOADED,
                    "too many remnants of deleted rows lie in the way; they are being removed: try again"));
        } else {
            read(behind(rows.getLast()));
        }
    }

    private ReadReply page() {
        return ReadReply.newBuilder()
                .addAllRows(whole.subList(0, Math.min(whole.size(), request.getLimit())))
                .build();
    }

    private ReadRequest behind(Row last) {
        Bound bound = Bound.newBuilder()
                .addAllPrefix(last.getValuesList().subList(table.partitionColumns(), table.keyColumns()))
                .build();
        int missing = request.getLimit() - whole.size();
        ReadRequest.Builder next = request.toBuilder().setLimit(Math.clamp(missing, LEAST_REFILL, Read.MAX_LIMIT));
        return request.getReverse()
                ? next.setTo(bound).build()
                : next.setFrom(bound).build();
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
