package io.guildhall.search.index;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What takes its turn among the writes to an index: changes, or some other work.
 *
 * @param work where there are no changes
 * @param bytes that it holds in memory
 */
record Writes(List<Change> changes, Consumer<ElasticsearchIndex> work, long bytes, CompletableFuture<Void> done) {
    static Writes of(List<Change> changes, long bytes) {
        return new Writes(changes, index -> {}, bytes, new CompletableFuture<>());
    }

    static Writes of(Consumer<ElasticsearchIndex> work, long bytes) {
        return new Writes(List.of(), work, bytes, new CompletableFuture<>());
    }
}
