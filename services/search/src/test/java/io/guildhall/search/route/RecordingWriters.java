package io.guildhall.search.route;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.elasticsearch.ElasticsearchIndex;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.cell.CellLoads;
import io.guildhall.search.cell.Cells;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.index.Destination;
import io.guildhall.search.index.IndexWriters;
import io.guildhall.search.index.Indexes;
import io.guildhall.search.index.Intake;
import io.guildhall.search.metrics.SearchMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps what would be written, or takes nothing. */
final class RecordingWriters extends IndexWriters {
    record Written(Destination destination, List<Change> changes) {}

    final List<Written> written = new ArrayList<>();
    boolean away;

    private RecordingWriters(Indexes indexes, CellLinks links, SearchConfig config, SearchMetrics metrics) {
        super(indexes, new Intake(indexes, metrics), links, config, metrics);
    }

    static RecordingWriters of(Cells cells, CellLoads loads, SearchConfig config) {
        SearchMetrics metrics = new SearchMetrics(new SimpleMeterRegistry());
        CellLinks links = new CellLinks(cells, loads, config, metrics);
        return new RecordingWriters(new Indexes(links, config), links, config, metrics);
    }

    @Override
    public CompletionStage<Void> apply(Destination destination, List<Change> changes, long bytes) {
        if (away) {
            return CompletableFuture.failedStage(new IllegalStateException("away"));
        }
        written.add(new Written(destination, changes));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> work(Destination destination, Consumer<ElasticsearchIndex> work) {
        return CompletableFuture.completedStage(null);
    }
}
