package io.guildhall.search.index;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.metrics.SearchMetrics;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Writes to all indexes, each with a queue of its own: one that is slow or away is in nobody else's way. All cells have equal parts of the room. Where
 * there is only one, nobody is in whose way it could be, so what it does not take yet waits in the event log where it lies.
 */
@Singleton
public class IndexWriters {
    private static final long BYTES_OF_WORK = 1_000;

    private final Indexes indexes;
    private final Intake intake;
    private final CellLinks links;
    private final SearchConfig config;
    private final SearchMetrics metrics;
    private final Map<String, CellShare> shares = new ConcurrentHashMap<>();
    private final Map<Destination, IndexWriter> writers = new ConcurrentHashMap<>();

    public IndexWriters(Indexes indexes, Intake intake, CellLinks links, SearchConfig config, SearchMetrics metrics) {
        this.indexes = indexes;
        this.intake = intake;
        this.links = links;
        this.config = config;
        this.metrics = metrics;
        metrics.watchWriters(
                () -> shares.values().stream().mapToLong(CellShare::taken).sum());
    }

    /** Completes when they are safe; fails, at once where that is known, when they have to be brought again. */
    public CompletionStage<Void> apply(Destination destination, List<Change> changes, long bytes) {
        return changes.isEmpty()
                ? CompletableFuture.completedStage(null)
                : add(destination, Writes.of(changes, bytes)).thenRun(() -> metrics.indexed(changes.size()));
    }

    /** As {@link #apply}, for other work on the index. */
    public CompletionStage<Void> work(Destination destination, Consumer<ElasticsearchIndex> work) {
        return add(destination, Writes.of(work, BYTES_OF_WORK));
    }

    private CompletionStage<Void> add(Destination destination, Writes writes) {
        if (!links.answers(destination.cell())) {
            return CompletableFuture.failedStage(new IllegalStateException(destination.cell() + " does not answer"));
        }
        return writers.computeIfAbsent(destination, this::writer).add(writes);
    }

    private IndexWriter writer(Destination destination) {
        CellShare share = shares.computeIfAbsent(destination.cell(), cell -> new CellShare(this::most));
        return new IndexWriter(destination, indexes, intake, share, config.batch(), metrics::refused);
    }

    private long most() {
        int cells = links.known();
        return cells > 1 ? config.mostBytes() / cells : Long.MAX_VALUE;
    }

    @PreDestroy
    void close() {
        writers.values().forEach(IndexWriter::stop);
    }
}
