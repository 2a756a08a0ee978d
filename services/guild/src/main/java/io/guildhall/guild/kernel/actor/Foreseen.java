package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads that a command will ask for, made while it waits for its turn, side by side with those of others. Until it is closed the
 * pipeline remembers what was written since they began, so that they can be brought up to date. One that failed is simply
 * made again when the command asks.
 */
final class Foreseen {
    /** What else is read once it is known what a read says. Any thread; must not block. */
    interface Following {
        List<ReadRequest> after(ReadRequest read, List<RowView> rows);
    }

    private final Map<ReadRequest, CompletableFuture<List<RowView>>> reads = new ConcurrentHashMap<>();
    private final StorageFacade storage;
    private final Unsettled unsettled;
    private final long opened;
    private final long conditionalWrites;
    private boolean closed;

    /** Begins the reads; does not block. */
    Foreseen(List<ReadRequest> requests, Following following, StorageFacade storage, Unsettled unsettled) {
        this.storage = storage;
        this.unsettled = unsettled;
        this.opened = unsettled.open();
        this.conditionalWrites = unsettled.forgotten();
        requests.forEach(request -> begin(request, following));
    }

    private void begin(ReadRequest request, Following following) {
        Table table = Catalogue.table(request.getTable());
        reads.computeIfAbsent(
                request,
                missing -> CompletableFuture.supplyAsync(
                        () -> {
                            List<RowView> rows = storage.read(table, request);
                            following.after(request, rows).forEach(next -> begin(next, (read, found) -> List.of()));
                            return rows;
                        },
                        Thread::startVirtualThread));
    }

    /** What was read; blocks for it. Empty when it was not foreseen, failed, or can't be brought up to date any more. */
    Optional<List<RowView>> find(ReadRequest request) {
        CompletableFuture<List<RowView>> read = reads.get(request);
        if (read == null || unsettled.forgotten() != conditionalWrites) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.join());
        } catch (CompletionException failed) {
            return Optional.empty();
        }
    }

    /** True when these reads belong to this pipeline's epoch. */
    boolean isOf(Pipeline pipeline) {
        return pipeline.unsettled() == unsettled;
    }

    /** The command has had its turn, or never will have. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            unsettled.close(opened);
        }
    }
}
