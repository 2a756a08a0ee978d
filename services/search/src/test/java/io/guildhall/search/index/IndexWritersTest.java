package io.guildhall.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.Version;
import io.guildhall.messageindex.document.DocumentKeys;
import io.guildhall.search.cell.CellLinks;
import io.guildhall.search.cell.FixedCells;
import io.guildhall.search.cell.MemoryCellLoads;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.metrics.SearchMetrics;
import io.guildhall.testing.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to be done is safe in the cell, or could never be. */
class IndexWritersTest {
    private static final Destination MESSAGES = new Destination("one", "messages-0");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final SearchConfig config = Settings.of(SearchConfig.class).defaults();
    private final SearchMetrics metrics = new SearchMetrics(registry);
    private final AnsweringCell cell = new AnsweringCell();
    private final CellLinks links =
            new CellLinks(FixedCells.of(List.of(cell.entry("one"))), new MemoryCellLoads(), config, metrics);
    private final Indexes indexes = new Indexes(links, config);
    private final IndexWriters writers =
            new IndexWriters(indexes, new Intake(indexes, metrics), links, config, metrics);

    @AfterEach
    void end() {
        writers.close();
        cell.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 429, 503})
    void whatACellDoesNotTakeNowIsNotDoneAndTheCellIsAway(int status) {
        cell.answersWrites(status);

        assertThat(write()).failsWithin(Duration.ofSeconds(10));
        assertThat(links.answers("one")).isFalse();
        assertThat(refused()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"403, cluster_block_exception", "403, security_exception", "400, index_closed_exception"})
    void aWriteThatACellDoesNotTakeNowIsNotDoneAndTheCellIsAway(int status, String kind) {
        cell.answersEachWrite(status, kind);

        assertThat(write()).failsWithin(Duration.ofSeconds(10));
        assertThat(links.answers("one")).isFalse();
        assertThat(refused()).isZero();
    }

    @Test
    void whatACellMakesNoIndexForIsNotDone() {
        cell.makesNoIndex();

        assertThat(write()).failsWithin(Duration.ofSeconds(10));
        assertThat(links.answers("one")).isFalse();
        assertThat(refused()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void whatACellCanNeverTakeIsLeftOutAndCounted(int status) {
        cell.answersWrites(status);

        assertThat(write()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(links.answers("one")).isTrue();
        assertThat(refused()).isOne();
    }

    @Test
    void aDocumentThatACellCanNeverTakeIsLeftOutAndCounted() {
        cell.answersEachWrite(400, "document_parsing_exception");

        assertThat(write()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(links.answers("one")).isTrue();
        assertThat(refused()).isOne();
    }

    @Test
    void whatGoesInWithADocumentThatACellCanNeverTakeIsTaken() {
        cell.refuses(DocumentKeys.message(13));
        List<Change> changes = LongStream.rangeClosed(1, 40)
                .<Change>mapToObj(id -> new Change.Remove(id, new Version(1, id)))
                .toList();

        assertThat(writers.apply(MESSAGES, changes, 10).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));

        assertThat(cell.taken())
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 40)
                        .filter(id -> id != 13)
                        .mapToObj(DocumentKeys::message)
                        .toList());
        assertThat(refused()).isOne();
    }

    @Test
    void theOnlyCellHasAllTheRoomThereIs() {
        cell.stands();

        assertThat(writeOf(config.mostBytes())).isNotDone();
        assertThat(writeOf(config.mostBytes())).isNotDone();
    }

    @Test
    void eachOfSeveralCellsLeavesRoomForTheOthers() {
        cell.stands();
        try (AnsweringCell other = new AnsweringCell()) {
            other.stands();
            CellLinks both = new CellLinks(
                    FixedCells.of(List.of(cell.entry("one"), other.entry("two"))),
                    new MemoryCellLoads(),
                    config,
                    metrics);
            Indexes here = new Indexes(both, config);
            IndexWriters shared = new IndexWriters(here, new Intake(here, metrics), both, config, metrics);
            long half = config.mostBytes() / 2;

            assertThat(write(shared, MESSAGES, half)).isNotDone();
            assertThat(write(shared, MESSAGES, 1)).isCompletedExceptionally();
            assertThat(write(shared, new Destination("one", "messages-1"), 1)).isCompletedExceptionally();
            assertThat(write(shared, new Destination("two", "messages-0"), half))
                    .isNotDone();
            shared.close();
        }
    }

    private CompletableFuture<Void> writeOf(long bytes) {
        return write(writers, MESSAGES, bytes);
    }

    private static CompletableFuture<Void> write(IndexWriters writers, Destination destination, long bytes) {
        return writers.apply(destination, List.of(new Change.Remove(7, new Version(1, 1))), bytes)
                .toCompletableFuture();
    }

    private CompletableFuture<Void> write() {
        return writers.apply(MESSAGES, List.of(new Change.Remove(7, new Version(1, 1))), 10)
                .toCompletableFuture();
    }

    private double refused() {
        return registry.get("guildhall.search.changes.refused").counter().count();
    }
}
