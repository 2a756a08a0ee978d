package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.Shape.End;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads rows of one partition with one statement, page by page. */
final class Reader {
    private static final Bound OPEN = Bound.newBuilder().setInclusive(true).build();

    private final Requests requests;
    private final Statements statements;

    Reader(Requests requests, Statements statements) {
        this.requests = requests;
        this.statements = statements;
    }

    /** Cancelling the future gives up the request that is under way. */
    CompletableFuture<ReadReply> read(Table table, ReadRequest request) {
        Bound from = request.hasFrom() ? request.getFrom() : OPEN;
        Bound to = request.hasTo() ? request.getTo() : OPEN;
        List<Slice> slices = Slice.between(table, from, to);
        if (slices.isEmpty()) {
            return CompletableFuture.completedFuture(ReadReply.getDefaultInstance());
        }
        CompletableFuture<BoundStatement> statement =
                slices.size() == 1 ? slice(table, request, slices.getFirst()) : prefixes(table, request, from, to);
        CompletableFuture<ReadReply> reply = new CompletableFuture<>();
        page(table, request, statement, null, requests.deadline(), ReadReply.newBuilder(), reply);
        return reply;
    }

    private CompletableFuture<BoundStatement> slice(Table table, ReadRequest request, Slice slice) {
        Shape shape = new Shape.Select(
                table.name(), slice.equal().size(), end(slice.from()), end(slice.to()), request.getReverse());
        return statements.prepare(table, shape).thenApply(prepared -> {
            Binder binder = new Binder(prepared).add(request.getPartitionList()).add(slice.equal());
            slice.from().ifPresent(edge -> binder.add(edge.value()));
            slice.to().ifPresent(edge -> binder.add(edge.value()));
            return binder.add(request.getLimit()).bind();
        });
    }

    private CompletableFuture<BoundStatement> prefixes(Table table, ReadRequest request, Bound from, Bound to) {
        Shape shape = new Shape.SelectPrefixes(
                table.name(), from.getPrefixCount(), end(from), to.getPrefixCount(), end(to), request.getReverse());
        return statements.prepare(table, shape).thenApply(prepared -> new Binder(prepared)
                .add(request.getPartitionList())
                .add(from.getPrefixList())
                .add(to.getPrefixList())
                .add(request.getLimit())
                .bind());
    }

    private void page(
            Table table,
            ReadRequest request,
            CompletableFuture<BoundStatement> statement,
            ByteBuffer position,
            Deadline deadline,
            ReadReply.Builder rows,
            CompletableFuture<ReadReply> reply) {
        int missing = request.getLimit() - rows.getRowsCount();
        CompletableFuture<AsyncResultSet> answer = requests.send(
                RequestKind.READ,
                () -> statement.thenApply(bound -> bound.setPageSize(Math.min(missing, DriverSettings.PAGE_ROWS))
                        .setPagingState(position)),
                deadline);
        Cancellation.follows(reply, answer);
        answer.whenComplete((result, failure) -> {
            if (failure != null) {
                reply.completeExceptionally(DriverFailures.toStoreException(failure));
                return;
            }
            for (Row row : result.currentPage()) {
                rows.addRows(row(table, row));
            }
            if (result.hasMorePages() && rows.getRowsCount() < request.getLimit()) {
                ByteBuffer next = result.getExecutionInfo().getPagingState();
                page(table, request, statement, next, deadline, rows, reply);
            } else {
                reply.complete(rows.build());
            }
        });
    }

    private static io.guildhall.model.rpc.Row row(Table table, Row row) {
        io.guildhall.model.rpc.Row.Builder decoded = io.guildhall.model.rpc.Row.newBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            decoded.addValues(Values.decode(table.columns().get(column).type(), row.getBytesUnsafe(column)));
        }
        return decoded.build();
    }

    private static End end(Optional<Slice.Edge> edge) {
        return edge.map(closed -> End.of(closed.inclusive())).orElse(End.OPEN);
    }

    private static End end(Bound bound) {
        return bound.getPrefixCount() == 0 ? End.OPEN : End.of(bound.getInclusive());
    }
}
