package io.guildhall.storage.remnant;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A store that can take away what an edit left of a deleted row. */
public interface RemnantRemover {
    /**
     * Removes a row of a table with a required column, if it lacks that column, and in no case what is newer than the remnant
     * itself: a row that is written meanwhile, before or after, stays.
     *
     * @param key partition and clustering key, in catalogue order
     * @return whether there was a remnant and it was removed, when that is durable; fails with a StoreException
     */
    CompletableFuture<Boolean> remove(Table table, List<Value> key);
}
