package io.guildhall.guild.user;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Reads rows of a table, all at once. */
public final class ManyRows {
    private ManyRows() {}

    /** Of a table that has a key of one column; in the order of the keys, what does not exist is left out. Blocks. */
    public static <K> Map<K, RowView> read(StorageFacade storage, Table table, Collection<K> keys) {
        return read(storage, table, keys, key -> new Object[] {key});
    }

    /** As {@link #read(StorageFacade, Table, Collection)}, of a table in which a row has the whole key that belongs to each of these. */
    public static <K> Map<K, RowView> read(
            StorageFacade storage, Table table, Collection<K> keys, Function<K, Object[]> wholeKey) {
        Map<K, CompletableFuture<Optional<RowView>>> asked = new LinkedHashMap<>();
        try (ExecutorService reads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (K key : new LinkedHashSet<>(keys)) {
                asked.put(key, CompletableFuture.supplyAsync(() -> storage.row(table, wholeKey.apply(key)), reads));
            }
        }
        Map<K, RowView> found = new LinkedHashMap<>();
        asked.forEach((key, row) -> answer(row).ifPresent(present -> found.put(key, present)));
        return found;
    }

    /** A failure keeps its own type. */
    private static Optional<RowView> answer(CompletableFuture<Optional<RowView>> row) {
        if (row.isCompletedExceptionally() && row.exceptionNow() instanceof RuntimeException failure) {
            throw failure;
        }
        return row.join();
    }
}
