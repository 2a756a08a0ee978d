package io.guildhall.guild.kernel.log;

import io.guildhall.observability.Metrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What the logs of a node's actors measure: {@code guildhall.guild.log.*}. */
public final class LogMeters {
    private final MeterRegistry registry;
    private final Map<EntryReceipt, Counter> offered = new EnumMap<>(EntryReceipt.class);
    private final Counter aside;
    private final Counter gaps;
    private final Counter repeated;
    private final Counter overdue;

    public LogMeters(MeterRegistry registry) {
        this.registry = registry;
        for (EntryReceipt receipt : EntryReceipt.values()) {
            offered.put(
                    receipt,
                    registry.counter(name("offered"), "answer", receipt.name().toLowerCase(Locale.ROOT)));
        }
        aside = registry.counter(name("aside"));
        gaps = registry.counter(name("gaps"));
        repeated = registry.counter(name("repeated"));
        overdue = registry.counter(name("overdue"));
    }

    private static String name(String what) {
        return Metrics.name(LogMeters.class, "log." + what);
    }

    /** What readers keep of entries that wait, in bytes. */
    void held(Memory memory) {
        registry.gauge(name("held.bytes"), memory, Memory::used);
    }

    /** Entries were offered to their destination: those that were taken count, or the first one. */
    void offered(Receipts receipts) {
        offered.get(receipts.first()).increment(Math.max(1, receipts.taken()));
    }

    /** An entry is put aside for an operator. */
    void putAside() {
        aside.increment();
    }

    /** Entries have waited for so long, or so long again, that whoever waits for them is told. */
    void overdue(int entries) {
        overdue.increment(entries);
    }

    /** Entries may be gone that nobody has read. */
    void gap() {
        gaps.increment();
    }

    /** A message came that was handled before. */
    void repeated() {
        repeated.increment();
    }
}
