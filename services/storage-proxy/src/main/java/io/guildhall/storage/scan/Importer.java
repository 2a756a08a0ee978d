package io.guildhall.storage.scan;

import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes rows as another store held them. */
public interface Importer {
    /**
     * Writes rows with the times of their cells, so that whatever was written or deleted later stays as it is. Writing the
     * same rows again changes nothing. The future completes when all of them are durable, and fails with a StoreException.
     *
     * @param defaultTime microseconds since 1970, for cells that have no time of their own
     */
    CompletableFuture<Void> put(Table table, List<ScannedRow> rows, long defaultTime);
}
