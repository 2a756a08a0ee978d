package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Blocking access to the store for code on virtual threads. */
public interface StorageFacade {
    /** Rows of one partition, in the order asked for. */
    List<RowView> read(Table table, ReadRequest request);

    /** Writes all or nothing; completes when durable. */
    CompletionStage<?> write(List<Mutation> mutations);

    /** Writes one upsert made with {@code ifAbsent()}; false when the row was there already. */
    boolean writeIfAbsent(Mutation mutation);

    /** Writes all or nothing and blocks until it is durable. */
    default void writeNow(List<Mutation> mutations) {
        try {
            write(mutations).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new StorageUnavailable("a write failed", failure);
        }
    }

    /** The one row with this whole key. */
    default Optional<RowView> row(Table table, Object... key) {
        return read(table, Read.row(table, key)).stream().findFirst();
    }

    /** Every row of a partition, page by page; the table's clustering key must be one column. */
    default List<RowView> all(Table table, Object... partition) {
        List<RowView> rows = new ArrayList<>();
        List<RowView> page = read(table, Read.from(table, partition).build());
        rows.addAll(page);
        while (page.size() == Read.MAX_LIMIT) {
            Object last = page.getLast().get(table.columns().get(table.partitionColumns()));
            page = read(table, Read.from(table, partition).after(last).build());
            rows.addAll(page);
        }
        return rows;
    }
}
