package io.guildhall.storage.embedded;

import static java.util.Objects.requireNonNull;

import io.guildhall.storage.scan.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a snapshot says about itself. It is the last thing that is written to one: a file without it was cut short.
 *
 * @param time when it was taken, in ms since 1970
 * @param group the number of the last group of writes that it holds
 * @param lastTime what is in it was written at this time or before, and everything later at a larger one, in microseconds
 *     since 1970. So a copy under this time never replaces what the other store got later
 * @param alsoWrittenTo the store that took all writes as well when the snapshot was taken
 * @param maps what each map holds
 */
public record SnapshotManifest(
        long time, long group, long lastTime, Optional<String> alsoWrittenTo, Map<String, Tally> maps) {
    static final String MAP = "manifest";

    private static final String TABLE = "table.";
    private static final String TIME = "time";
    private static final String GROUP = "group";
    private static final String LAST_TIME = "last time";
    private static final String ALSO_WRITTEN_TO = "also written to";
    private static final String HOLDS = "holds ";

    public SnapshotManifest {
        requireNonNull(alsoWrittenTo, "alsoWrittenTo is null");
        maps = Map.copyOf(maps);
    }

    /** How many rows all tables have together, those with expired cells that wait to be swept among them. */
    public long rows() {
        return maps.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(TABLE))
                .mapToLong(entry -> entry.getValue().count())
                .sum();
    }

    Map<String, String> toEntries() {
        Map<String, String> entries = new TreeMap<>();
        entries.put(TIME, Long.toString(time));
        entries.put(GROUP, Long.toString(group));
        entries.put(LAST_TIME, Long.toString(lastTime));
        alsoWrittenTo.ifPresent(store -> entries.put(ALSO_WRITTEN_TO, store));
        maps.forEach((map, tally) -> entries.put(HOLDS + map, tally.toString()));
        return entries;
    }

    /** @throws IllegalArgumentException when the entries are no whole manifest */
    static SnapshotManifest of(Map<String, String> entries) {
        Map<String, Tally> maps = new HashMap<>();
        entries.forEach((name, value) -> {
            if (name.startsWith(HOLDS)) {
                maps.put(name.substring(HOLDS.length()), Tally.parse(value));
            }
        });
        return new SnapshotManifest(
                number(entries, TIME),
                number(entries, GROUP),
                number(entries, LAST_TIME),
                Optional.ofNullable(entries.get(ALSO_WRITTEN_TO)),
                maps);
    }

    private static long number(Map<String, String> entries, String name) {
        String value = entries.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the manifest has no " + name);
        }
        return Long.parseLong(value);
    }
}
