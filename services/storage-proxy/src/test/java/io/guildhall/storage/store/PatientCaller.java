package io.guildhall.storage.store;

import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * What a caller makes of a store that fails at times: one write after the other, as an actor does, each again until it is
 * known to be done. Of a claim whose answer got lost it looks whose row there is.
 */
final class PatientCaller implements Store {
    private static final int PATIENCE = 100;

    private final Store store;
    private final ExecutorService mailbox =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    PatientCaller(Store store) {
        this.store = store;
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return CompletableFuture.supplyAsync(() -> again(() -> store.read(request)), readers);
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        Upsert upsert = request.getMutations(0).getUpsert();
        Table table = Catalogue.table(request.getMutations(0).getTable());
        return CompletableFuture.supplyAsync(
                () -> isConditional(upsert) ? claim(table, upsert, request) : again(() -> store.write(request)),
                mailbox);
    }

    @Override
    public boolean ready() {
        return store.ready();
    }

    @Override
    public void close() {
        mailbox.close();
        readers.close();
        store.close();
    }

    private static boolean isConditional(Upsert upsert) {
        return upsert.getIfAbsent() || upsert.getIfCellsCount() > 0;
    }

    private WriteReply claim(Table table, Upsert upsert, WriteRequest request) {
        boolean[] lost = {false};
        WriteReply reply = again(() -> store.write(request).whenComplete((answer, failure) -> {
            if (failure != null) {
                lost[0] = true;
            }
        }));
        boolean mine = reply.getApplied() || (lost[0] && isMine(table, upsert));
        return WriteReply.newBuilder().setApplied(mine).build();
    }

    /** Claims differ in what they write, so a row with exactly that is this caller's. */
    private boolean isMine(Table table, Upsert upsert) {
        ReadRequest.Builder row = ReadRequest.newBuilder()
                .setTable(table.name())
                .addAllPartition(upsert.getKeyList().subList(0, table.partitionColumns()))
                .setLimit(1);
        if (table.clusteringColumns() > 0) {
            throw new IllegalArgumentException("no claimed table has a clustering key");
        }
        Row found = again(() -> store.read(row.build())).getRows(0);
        return upsert.getCellsList().stream()
                .allMatch(cell -> found.getValues(cell.getColumn()).equals(value(cell)));
    }

    private static io.guildhall.model.rpc.Value value(Cell cell) {
        return cell.getValue();
    }

    private static <T> T again(Supplier<CompletableFuture<T>> call) {
        RuntimeException last = null;
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            try {
                return call.get().join();
            } catch (java.util.concurrent.CompletionException failure) {
                if (!(failure.getCause() instanceof StoreException reason)
                        || reason.reason() == StoreException.Reason.CLOSED) {
                    throw failure;
                }
                last = failure;
            }
        }
        throw last;
    }
}
