package io.guildhall.storage.moving;

import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.ScannedCell;
import io.guildhall.storage.scan.ScannedRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one row is the same in both stores, as far as that can be told while both are written to. What the target got
 * after the moment that the source is looked at is no difference, nor is a cell that is about to expire.
 */
final class Agreement {
    /** Of the times at which one cell expires: whole seconds here, ms there, and some time between the two reads. */
    static final long EXPIRY_TOLERANCE_MS = 60_000;

    private final Table table;
    private final long sourceTime;
    private final long now;

    /**
     * @param sourceTime the source is looked at as it was at this time, in microseconds since 1970; Long.MAX_VALUE for its
     *     present
     * @param now ms since 1970
     */
    Agreement(Table table, long sourceTime, long now) {
        this.table = table;
        this.sourceTime = sourceTime;
        this.now = now;
    }

    boolean holds(Optional<ScannedRow> source, Optional<ScannedRow> target) {
        Map<Integer, ScannedCell> there = cells(target);
        Map<Integer, ScannedCell> here = cells(source);
        for (int column = table.keyColumns(); column < table.columns().size(); column++) {
            if (!same(here.get(column), there.get(column))) {
                return false;
            }
        }
        return source.isPresent() == target.isPresent() || isFleeting(source) || isFleeting(target) || isLater(target);
    }

    private boolean same(ScannedCell source, ScannedCell target) {
        if (target != null && isLater(target)) {
            return true;
        }
        if (source == null || target == null) {
            return isExpiring(source) && isExpiring(target);
        }
        if (source.value().equals(target.value())) {
            return Math.abs(source.expiresAt() - target.expiresAt()) <= EXPIRY_TOLERANCE_MS;
        }
        return isExpiring(source) && isExpiring(target);
    }

    private boolean isLater(ScannedCell cell) {
        return cell.writtenAt() > sourceTime;
    }

    /** No cell at all expires at any time. */
    private boolean isExpiring(ScannedCell cell) {
        return cell == null || (cell.expiresAt() != 0 && cell.expiresAt() <= now + EXPIRY_TOLERANCE_MS);
    }

    /** Of a row that is only in one store: it may just have expired in the other. */
    private boolean isFleeting(Optional<ScannedRow> row) {
        return row.isPresent()
                && (row.get().cells().isEmpty()
                        ? table.timeToLive().isPresent()
                        : row.get().cells().stream().allMatch(this::isExpiring));
    }

    /** Of a row that is not in the source: it came after the moment at which the source is looked at. */
    private boolean isLater(Optional<ScannedRow> row) {
        return row.isPresent()
                && !row.get().cells().isEmpty()
                && row.get().cells().stream().allMatch(this::isLater);
    }

    private static Map<Integer, ScannedCell> cells(Optional<ScannedRow> row) {
        Map<Integer, ScannedCell> cells = new HashMap<>();
        row.ifPresent(present -> present.cells().forEach(cell -> cells.put(cell.column(), cell)));
        return cells;
    }
}
