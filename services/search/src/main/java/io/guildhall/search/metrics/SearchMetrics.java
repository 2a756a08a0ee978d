package io.guildhall.search.metrics;

import io.guildhall.eventlog.reading.LogEvents;
import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a search node counts. */
@Singleton
public class SearchMetrics implements LogEvents {
    private static final String CELL = "cell";

    private final MeterRegistry registry;
    private final Counter indexed;
    private final Counter refused;
    private final Counter restored;
    private final Counter builds;
    private final Counter compared;
    private final Counter repaired;
    private final Counter notYet;
    private final Counter repeated;
    private final Counter leftOut;
    private final Timer find;

    public SearchMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.indexed = counter("changes.indexed", "Changes of messages that are safe in a cell");
        this.refused = counter("changes.refused", "Changes that a cell takes in no case");
        this.restored = counter("messages.restored", "Messages that were read from the store into an index");
        this.builds = counter("homes.built", "Guilds and private channels whose index was made from the store");
        this.compared = counter("messages.compared", "Messages that were compared with what is indexed of them");
        this.repaired = counter("messages.repaired", "Messages that were missing in an index, or there though deleted");
        this.notYet = counter("searches.unanswered", "Searches that had to wait for an index that is being made");
        this.repeated = counter(
                "log.repeated", "Records of the event log that could not be brought on their way and are tried again");
        this.leftOut = counter("log.unreadable", "Records of the event log that nobody can read and that are left out");
        this.find = Metrics.hop(registry, SearchMetrics.class, "find", "From a question to its answer");
    }

    public void watchWriters(LongSupplier bytes) {
        gauge("writers.bytes", "Bytes on their way into cells", bytes);
    }

    public void watchReading(LongSupplier bytes) {
        gauge("log.bytes", "Bytes of the event log that are not done with", bytes);
    }

    public void watchLag(LongSupplier records) {
        gauge(
                "log.lag",
                "Records of the event log that are not done with, of the partitions that this node reads",
                records);
    }

    /** Of one cell: whether it answers. */
    public void watchCell(String cell, BooleanSupplier answers) {
        Gauge.builder(Metrics.name(SearchMetrics.class, "cell.answering"), () -> answers.getAsBoolean() ? 1 : 0)
                .tag(CELL, cell)
                .description("Whether a cell answers")
                .register(registry);
    }

    public void indexed(int changes) {
        indexed.increment(changes);
    }

    public void refused() {
        refused.increment();
    }

    @Override
    public void repeated() {
        repeated.increment();
    }

    @Override
    public void leftOut() {
        leftOut.increment();
    }

    /** For this cell, which does not take it now. */
    public void putAside(String cell) {
        Counter.builder(Metrics.name(SearchMetrics.class, "records.waiting"))
                .tag(CELL, cell)
                .description("Records of the event log that were put aside for a cell")
                .register(registry)
                .increment();
    }

    public void restored(int messages) {
        restored.increment(messages);
    }

    public void compared(int messages) {
        compared.increment(messages);
    }

    public void repaired(int messages) {
        repaired.increment(messages);
    }

    public void built() {
        builds.increment();
    }

    public void notYet() {
        notYet.increment();
    }

    public <T> T find(Supplier<T> search) {
        return find.record(search);
    }

    private Counter counter(String what, String description) {
        return Counter.builder(Metrics.name(SearchMetrics.class, what))
                .description(description)
                .register(registry);
    }

    private void gauge(String what, String description, LongSupplier value) {
        Gauge.builder(Metrics.name(SearchMetrics.class, what), value::getAsLong)
                .description(description)
                .register(registry);
    }
}
