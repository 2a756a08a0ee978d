package io.guildhall.storage.remnant;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A store of which readers see whole rows only. An edit that races with a delete leaves a row with nothing but the edited
 * columns; such a row lacks its table's {@link Table#required} column, and here it is as if it were not: it never takes a
 * place in a page, so fewer rows than the limit still mean that the range has ended. What is come across is removed in the
 * background, when the store can.
 */
public final class CompleteRows implements Store {
    private final Store store;
    private final Optional<RemnantRemovals> removals;

    /** @param capacity how many remnants may wait to be removed */
    public CompleteRows(Store store, int capacity, RemnantObserver observer) {
        this.store = store;
        this.removals = store instanceof RemnantRemover remover
                ? Optional.of(new RemnantRemovals(remover, capacity, observer))
                : Optional.empty();
    }

    /** Fails with OVERLOADED when {@link PageFill#MOST_READS} reads of the store bring hardly anything but remnants. */
    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        Table table = Catalogue.table(request.getTable());
        if (table.required().isEmpty()) {
            return store.read(request);
        }
        return new PageFill(store, table, request, this::found).run();
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return store.write(request);
    }

    @Override
    public CompletableFuture<Duration> claimed(Fence fence) {
        return store.claimed(fence);
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void close() {
        removals.ifPresent(RemnantRemovals::close);
        store.close();
    }

    private void found(Table table, Row row) {
        removals.ifPresent(
                waiting -> waiting.offer(table, List.copyOf(row.getValuesList().subList(0, table.keyColumns()))));
    }
}
