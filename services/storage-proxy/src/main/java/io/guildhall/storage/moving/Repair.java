package io.guildhall.storage.moving;

import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings rows of the target to what the source has: those in which a dual write that failed has parted the two. Nothing
 * that the target got after the moment at which the source is looked at is touched.
 */
final class Repair {
    private final Source source;
    private final Target target;
    private final Rows sourceRows;
    private final Rows targetRows;
    private final Retries retries;

    Repair(Source source, Target target, Retries retries) {
        this.source = source;
        this.target = target;
        this.retries = retries;
        this.sourceRows = new Rows(source.scanner(), retries);
        this.targetRows = new Rows(target.scanner(), retries);
    }

    void repair(Table table, List<Value> key) throws InterruptedException {
        Optional<ScannedRow> wanted = sourceRows.find(table, key);
        Optional<ScannedRow> present = targetRows.find(table, key);
        if (wanted.isPresent()) {
            retries.call(() -> target.importer().put(table, List.of(wanted.get()), source.time()));
            deleteOtherCells(table, wanted.get(), present);
        } else if (present.isPresent() && !isLater(present.get())) {
            delete(table, present.get());
        }
    }

    private void delete(Table table, ScannedRow present) throws InterruptedException {
        Mutation delete = Mutation.newBuilder()
                .setTable(table.name())
                .setDelete(DeleteRow.newBuilder().addAllKey(present.key()))
                .build();
        write(delete, newest(present.cells()));
        Optional<ScannedRow> left = targetRows.find(table, present.key());
        if (left.isPresent() && left.get().cells().isEmpty() && !present.cells().isEmpty()) {
            // The key itself was written after all of the cells, and outlives them.
            write(delete, source.time());
        }
    }

    private void deleteOtherCells(Table table, ScannedRow wanted, Optional<ScannedRow> present)
            throws InterruptedException {
        Set<Integer> columns = wanted.cells().stream().map(ScannedCell::column).collect(Collectors.toSet());
        List<ScannedCell> others = present.map(ScannedRow::cells).orElse(List.of()).stream()
                .filter(cell -> !columns.contains(cell.column()) && !isLater(cell))
                .toList();
        if (!others.isEmpty()) {
            Upsert.Builder upsert = Upsert.newBuilder().addAllKey(wanted.key());
            others.forEach(cell -> upsert.addCells(Cell.newBuilder().setColumn(cell.column())));
            write(Mutation.newBuilder().setTable(table.name()).setUpsert(upsert).build(), newest(others));
        }
    }

    private void write(Mutation mutation, long time) throws InterruptedException {
        WriteRequest request = WriteRequest.newBuilder()
                .addMutations(mutation)
                .setTimestamp(time)
                .build();
        retries.call(() -> target.store().write(request));
    }

    /** Deletes what was seen, and nothing that came after it. A row without cells tells no time. */
    private long newest(List<ScannedCell> cells) {
        return cells.stream().mapToLong(ScannedCell::writtenAt).max().orElse(source.time());
    }

    private boolean isLater(ScannedRow row) {
        return row.cells().stream().anyMatch(this::isLater);
    }

    private boolean isLater(ScannedCell cell) {
        return !source.keepsTimes() && cell.writtenAt() > source.time();
    }
}
