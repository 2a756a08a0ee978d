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

/** Reads rows of a table that has a key of one column, all at once. */
public final class ManyRows {
    private ManyRows() {}

    /** In the order of the keys; what does not exist is left out. Blocks. */
    public static <K> Map<K, RowView> read(StorageFacade storage, Table table, Collection<K> keys) {
        Map<K, CompletableFuture<Optional<RowView>>> asked = new LinkedHashMap<>();
        try (ExecutorService reads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (K key : new LinkedHashSet<>(keys)) {
                asked.put(key, CompletableFuture.supplyAsync(() -> storage.row(table, key), reads));
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
