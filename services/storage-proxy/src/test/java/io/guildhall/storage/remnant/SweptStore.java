package io.guildhall.storage.remnant;

import com.google.protobuf.ByteString;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.scan.ScanPage;
import io.guildhall.storage.scan.ScanRange;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import io.guildhall.storage.scan.Scanner;
import io.guildhall.storage.store.ReferenceStore;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import io.guildhall.storage.store.Stores;
import io.guildhall.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The reference store with messages of one channel, bucket by bucket, that can be scanned a bucket a range, and that removes
 * remnants when the test lets it.
 */
final class SweptStore implements Store, Scanner, RemnantRemover {
    static final long CHANNEL = 10;
    static final int BUCKETS = 40;

    private final Store rows = new ReferenceStore(new ManualClock());
    final AtomicInteger reads = new AtomicInteger();
    final List<CompletableFuture<Boolean>> held = new ArrayList<>();
    final List<Long> scanned = new ArrayList<>();
    boolean holdsRemovals;
    boolean broken;

    void message(long bucket, long id) {
        Stores.write(
                rows,
                Write.to(Messages.TABLE, CHANNEL, bucket, id)
                        .set(Messages.AUTHOR_ID, 1L)
                        .build());
    }

    void remnant(long bucket, long id) {
        Stores.write(
                rows,
                Write.to(Messages.TABLE, CHANNEL, bucket, id)
                        .set(Messages.CONTENT, "edited")
                        .build());
    }

    /** Everything that is stored in a bucket, oldest first. */
    List<Long> stored(long bucket) {
        return Stores.rows(
                        rows,
                        Messages.TABLE,
                        Read.from(Messages.TABLE, CHANNEL, bucket).reversed().build())
                .stream()
                .map(row -> row.get(Messages.MESSAGE_ID))
                .toList();
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        reads.incrementAndGet();
        return rows.read(request);
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        return rows.write(request);
    }

    @Override
    public synchronized CompletableFuture<Boolean> remove(Table table, List<Value> key) {
        if (holdsRemovals) {
            CompletableFuture<Boolean> removal = new CompletableFuture<>();
            held.add(removal);
            return removal;
        }
        long bucket = key.get(1).getLongValue();
        long id = key.get(2).getLongValue();
        boolean remnant = Stores.rows(rows, table, Read.row(table, CHANNEL, bucket, id)).stream()
                .anyMatch(row -> !row.has(Messages.AUTHOR_ID));
        if (remnant) {
            Mutation delete = Write.delete(table, CHANNEL, bucket, id);
            Stores.write(rows, delete);
        }
        return CompletableFuture.completedFuture(remnant);
    }

    @Override
    public List<ScanRange> ranges(Table table, int wanted) {
        return IntStream.range(0, BUCKETS)
                .mapToObj(bucket -> new ScanRange(
                        ByteString.copyFromUtf8(Integer.toString(bucket)),
                        ByteString.copyFromUtf8(Integer.toString(bucket + 1))))
                .toList();
    }

    @Override
    public CompletableFuture<ScanPage> scan(
            Table table, ScanRange range, Optional<ByteString> position, Set<Column<?>> columns, int limit) {
        if (broken) {
            return CompletableFuture.failedFuture(new StoreException(StoreException.Reason.FAILED, "broken"));
        }
        long bucket = Long.parseLong(range.from().toStringUtf8());
        position.ifPresentOrElse(next -> {}, () -> scanned.add(bucket));
        // Pages of three, whatever the caller would take, and an empty last one.
        Read page = Read.from(table, CHANNEL, bucket).limit(3);
        position.ifPresent(last -> page.after(Long.parseLong(last.toStringUtf8())));
        List<RowView> found = Stores.rows(rows, table, page.build());
        return CompletableFuture.completedFuture(new ScanPage(
                found.stream().map(row -> row(row, columns)).toList(),
                found.stream()
                        .reduce((one, next) -> next)
                        .map(last -> ByteString.copyFromUtf8(Long.toString(last.get(Messages.MESSAGE_ID))))));
    }

    private static ScannedRow row(RowView row, Set<Column<?>> columns) {
        List<ScannedCell> cells = columns.stream()
                .filter(row::has)
                .map(column -> new ScannedCell(
                        row.table().indexOf(column),
                        row.row().getValues(row.table().indexOf(column)),
                        0,
                        0))
                .toList();
        return new ScannedRow(row.row().getValuesList().subList(0, row.table().keyColumns()), cells);
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public void close() {}
}
