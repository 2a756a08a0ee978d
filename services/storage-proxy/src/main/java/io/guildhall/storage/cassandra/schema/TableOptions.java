package io.guildhall.storage.cassandra.schema;

import io.guildhall.model.table.Table;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a table says about how it is kept, in the words of CQL. */
record TableOptions(Map<String, String> compaction, long defaultTimeToLive, long gcGraceSeconds, String comment) {
    private static final Duration DEFAULT_GRACE = Duration.ofDays(10);
    private static final Duration LEAST_GRACE = Duration.ofHours(1);

    /** Partitions of tables without a lifetime hold ten days, so the files of a window hold whole partitions. */
    private static final Duration BUCKET = Duration.ofDays(10);

    /** Of a table whose rows expire, about so many files are there at a time. */
    private static final int WINDOWS = 24;

    private static final Duration LEAST_WINDOW = Duration.ofMinutes(10);

    TableOptions {
        compaction = Map.copyOf(compaction);
    }

    static TableOptions of(Table table) {
        return new TableOptions(
                switch (table.access()) {
                    case TIME_SERIES -> timeWindows(table.timeToLive());
                    case READ_OFTEN -> Map.of("class", "LeveledCompactionStrategy");
                },
                table.timeToLive().map(Duration::toSeconds).orElse(0L),
                grace(table.timeToLive()).toSeconds(),
                "Guildhall, "
                        + table.access()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '));
    }

    String cql() {
        return "compaction = " + map(compaction) + " AND default_time_to_live = " + defaultTimeToLive
                + " AND gc_grace_seconds = " + gcGraceSeconds + " AND comment = '" + comment + "'";
    }

    /** Whether a table with these options is kept as wanted; what nobody asked for does not count. */
    boolean satisfies(TableOptions wanted) {
        return defaultTimeToLive == wanted.defaultTimeToLive
                && gcGraceSeconds == wanted.gcGraceSeconds
                && comment.equals(wanted.comment)
                && wanted.compaction.entrySet().stream()
                        .allMatch(option -> option.getValue().equals(simple(compaction.get(option.getKey()))));
    }

    static String map(Map<String, String> entries) {
        return new TreeMap<>(entries)
                .entrySet().stream()
                        .map(entry -> "'" + entry.getKey() + "': '" + entry.getValue() + "'")
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * How long deletes are remembered. Where every cell expires, one that comes back from a node that missed its delete is gone
     * after its lifetime anyway, and remembering for that long is enough.
     */
    private static Duration grace(Optional<Duration> lifetime) {
        Duration enough = lifetime.orElse(DEFAULT_GRACE);
        Duration atMost = enough.compareTo(DEFAULT_GRACE) < 0 ? enough : DEFAULT_GRACE;
        return atMost.compareTo(LEAST_GRACE) > 0 ? atMost : LEAST_GRACE;
    }

    private static Map<String, String> timeWindows(Optional<Duration> lifetime) {
        Duration part = lifetime.map(time -> time.dividedBy(WINDOWS)).orElse(BUCKET);
        Duration window = part.compareTo(LEAST_WINDOW) > 0 ? part : LEAST_WINDOW;
        if (window.compareTo(Duration.ofDays(1)) > 0) {
            return timeWindow("DAYS", window, Duration.ofDays(1));
        }
        return window.compareTo(Duration.ofHours(1)) > 0
                ? timeWindow("HOURS", window, Duration.ofHours(1))
                : timeWindow("MINUTES", window, Duration.ofMinutes(1));
    }

    private static Map<String, String> timeWindow(String unit, Duration window, Duration one) {
        long size = window.plus(one).minusNanos(1).dividedBy(one);
        return Map.of(
                "class",
                "TimeWindowCompactionStrategy",
                "compaction_window_unit",
                unit,
                "compaction_window_size",
                Long.toString(size));
    }

    private static String simple(String name) {
        return name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
    }
}
