package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.ActorEpochs;
import java.time.Duration;
import java.util.Map;
import org.h2.mvstore.Cursor;

/** Applies write batches to the maps. Only the writer thread uses it. */
final class BatchApplier {
    private final Map<String, TableSpace> tables;
    private final ExpiryIndex expiries;

    BatchApplier(Map<String, TableSpace> tables, ExpiryIndex expiries) {
        this.tables = tables;
        this.expiries = expiries;
    }

    /** NO only when the batch is one conditional upsert, or one if_incomplete delete, whose condition did not hold. */
    Applied apply(WriteRequest request, long now) {
        if (request.hasFence() && !Conditions.holds(tables.get(ActorEpochs.TABLE.name()), request.getFence())) {
            return Applied.FENCED;
        }
        boolean applied = true;
        for (Mutation mutation : request.getMutationsList()) {
            TableSpace space = tables.get(mutation.getTable());
            switch (mutation.getChangeCase()) {
                case UPSERT -> applied = upsert(space, mutation.getUpsert(), now);
                case DELETE -> applied = delete(space, mutation.getDelete(), now) && applied;
                case DELETE_RANGE -> deleteRange(space, mutation.getDeleteRange());
                case CHANGE_NOT_SET -> throw new IllegalArgumentException("a mutation has no change");
            }
        }
        return applied ? Applied.YES : Applied.NO;
    }

    /** Removes the expired cells of at most so many rows; the number of rows looked at. */
    int sweep(long now, int limit) {
        int rows = 0;
        for (ExpiryIndex.Entry entry : expiries.due(now, limit)) {
            TableSpace space = tables.get(entry.table());
            if (space != null) {
                sweepRow(space, entry.row(), now);
            }
            expiries.remove(entry);
            rows++;
        }
        return rows;
    }

    private boolean upsert(TableSpace space, Upsert upsert, long now) {
        byte[] key = KeyEncoding.encode(space.table(), upsert.getKeyList());
        byte[] stored = space.map().get(key);
        StoredRow row = stored == null ? new StoredRow() : StoredRow.decode(stored);
        row.removeExpired(now);
        if (!Conditions.hold(space, upsert, row)) {
            return false;
        }
        long expiresAt = expiry(space.table(), upsert, now);
        row.put(new StoredCell(StoredCell.ROW, expiresAt, Value.getDefaultInstance()));
        for (Cell cell : upsert.getCellsList()) {
            int column = space.number(cell.getColumn());
            if (cell.getValue().getKindCase() == Value.KindCase.KIND_NOT_SET) {
                row.remove(column);
            } else {
                row.put(new StoredCell(column, expiresAt, cell.getValue()));
            }
        }
        space.map().put(key, row.encode());
        if (expiresAt != StoredCell.NEVER) {
            expiries.add(expiresAt, space.table().name(), key);
        }
        return true;
    }

    private static boolean delete(TableSpace space, DeleteRow delete, long now) {
        byte[] key = KeyEncoding.encode(space.table(), delete.getKeyList());
        if (delete.getIfIncomplete() && !isIncomplete(space, space.map().get(key), now)) {
            return false;
        }
        space.map().remove(key);
        return true;
    }

    private static boolean isIncomplete(TableSpace space, byte[] stored, long now) {
        if (stored == null) {
            return false;
        }
        int required =
                space.number(space.table().indexOf(space.table().required().orElseThrow()));
        return StoredRow.decode(stored).cells().stream()
                .noneMatch(cell -> cell.column() == required && cell.isLive(now));
    }

    private static void deleteRange(TableSpace space, DeleteRange delete) {
        KeyRange range = KeyRange.of(space.table(), delete);
        if (range.isEmpty()) {
            return;
        }
        // The cursor walks the tree as it was when it began, so removing beneath it is safe.
        Cursor<byte[], byte[]> cursor = space.map().cursor(range.start(), range.end(), false);
        while (cursor.hasNext()) {
            byte[] key = cursor.next();
            if (range.isBeforeEnd(key)) {
                space.map().remove(key);
            }
        }
    }

    private static void sweepRow(TableSpace space, byte[] key, long now) {
        byte[] stored = space.map().get(key);
        if (stored == null) {
            return;
        }
        StoredRow row = StoredRow.decode(stored);
        if (!row.removeExpired(now)) {
            return;
        }
        if (row.isEmpty()) {
            space.map().remove(key);
        } else {
            space.map().put(key, row.encode());
        }
    }

    private static long expiry(Table table, Upsert upsert, long now) {
        if (upsert.getTtl() != 0) {
            return now
                    + Duration.ofSeconds(Integer.toUnsignedLong(upsert.getTtl()))
                            .toMillis();
        }
        return table.timeToLive().map(lifetime -> now + lifetime.toMillis()).orElse(StoredCell.NEVER);
    }
}
