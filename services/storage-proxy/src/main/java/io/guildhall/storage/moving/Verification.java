package io.guildhall.storage.moving;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storage.scan.ScannedRow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Compares two stores: first digests of whole tables, then the rows of what differs in them. Rows of a source that is
 * written to are looked at again, in fresh views, until they agree or have differed three times. A row that has changed in the
 * source meanwhile is no difference yet: the target may have been looked at when it had got a later write, and a later delete
 * cannot be seen.
 */
final class Verification {
    private static final int ROUNDS = 3;

    /** Of differing rows and their neighbours in the same buckets, for each store: more do not fit in memory. */
    private static final int MOST_ROWS = 200_000;

    /** Cells that expire within this are left out of digests: longer than reading both stores takes, where rows are few. */
    private static final Duration SOON = Duration.ofMinutes(30);

    private final Source source;
    private final Rows target;
    private final Retries retries;
    private final Clock clock;
    private final int workers;
    private final Consumer<String> progress;

    /** What differing rows held when they were last looked at. */
    private final Map<Table, Map<List<Value>, Map<Integer, Value>>> seen = new HashMap<>();

    Verification(Source source, Target target, Retries retries, Clock clock, int workers, Consumer<String> progress) {
        this.source = source;
        this.target = new Rows(target.scanner(), retries);
        this.retries = retries;
        this.clock = clock;
        this.workers = workers;
        this.progress = progress;
    }

    /** Every table, with the rows that are not the same at the end. */
    List<TableReport> run() throws InterruptedException {
        List<TableReport> reports = new ArrayList<>();
        for (Table table : Catalogue.TABLES) {
            TableReport report = compare(table);
            reports.add(report);
            progress.accept(table.name() + ": " + report.source().count() + " rows, "
                    + (report.isSame() ? "the same" : report.differences().size() + " to look at"));
        }
        for (int round = 1; source.isLive() && round <= ROUNDS && differ(reports); round++) {
            progress.accept("Looking again at rows that differ, round " + round);
            lookAgain(reports);
        }
        return reports;
    }

    /** Looks once more, in a fresh view, at the rows that differ. */
    void lookAgain(List<TableReport> reports) throws InterruptedException {
        source.refresh();
        Rows fresh = new Rows(source.scanner(), retries);
        for (int index = 0; index < reports.size(); index++) {
            reports.set(index, lookAgain(reports.get(index), fresh));
        }
    }

    private TableReport lookAgain(TableReport report, Rows fresh) throws InterruptedException {
        Map<List<Value>, Map<Integer, Value>> before = seen.computeIfAbsent(report.table(), none -> new HashMap<>());
        Set<List<Value>> changed = new HashSet<>(report.busy());
        Set<List<Value>> still = ConcurrentHashMap.newKeySet();
        Map<List<Value>, Map<Integer, Value>> now = new ConcurrentHashMap<>();
        Crew.work(workers, report.open(), key -> {
            Optional<ScannedRow> here = fresh.find(report.table(), key);
            now.put(key, values(here));
            if (!agreement(report.table()).holds(here, target.find(report.table(), key))) {
                still.add(key);
            }
        });
        still.stream().filter(key -> !now.get(key).equals(before.get(key))).forEach(changed::add);
        before.putAll(now);
        return report.with(
                still.stream().filter(key -> !changed.contains(key)).toList(),
                still.stream().filter(changed::contains).toList());
    }

    /** What a row holds; a row that is not there holds something that no row does. */
    private static Map<Integer, Value> values(Optional<ScannedRow> row) {
        Map<Integer, Value> values = new HashMap<>();
        if (row.isEmpty()) {
            values.put(-1, Value.getDefaultInstance());
        }
        row.ifPresent(present -> present.cells().forEach(cell -> values.put(cell.column(), cell.value())));
        return values;
    }

    private static boolean differ(List<TableReport> reports) {
        return reports.stream().anyMatch(report -> !report.open().isEmpty());
    }

    private TableReport compare(Table table) throws InterruptedException {
        RowHash hash = new RowHash(table, clock.millis() + SOON.toMillis());
        TableDigest here = new TableDigest(hash);
        TableDigest there = new TableDigest(hash);
        Rows rows = new Rows(source.scanner(), retries);
        rows.each(table, workers, here::add);
        target.each(table, workers, there::add);
        BitSet buckets = here.differences(there);
        Suspects mine = new Suspects(buckets);
        Suspects theirs = new Suspects(buckets);
        if (!buckets.isEmpty()) {
            rows.each(table, workers, mine::add);
            target.each(table, workers, theirs::add);
        }
        return new TableReport(
                table,
                here.rows(),
                there.rows(),
                here.fleeting(),
                there.fleeting(),
                differing(table, mine, theirs),
                List.of(),
                mine.complete && theirs.complete);
    }

    private List<List<Value>> differing(Table table, Suspects mine, Suspects theirs) {
        Agreement agreement = agreement(table);
        Set<List<Value>> keys = new HashSet<>(mine.rows.keySet());
        keys.addAll(theirs.rows.keySet());
        keys.removeIf(key ->
                agreement.holds(Optional.ofNullable(mine.rows.get(key)), Optional.ofNullable(theirs.rows.get(key))));
        Map<List<Value>, Map<Integer, Value>> first = new HashMap<>();
        keys.forEach(key -> first.put(key, values(Optional.ofNullable(mine.rows.get(key)))));
        seen.put(table, first);
        return List.copyOf(keys);
    }

    private Agreement agreement(Table table) {
        return new Agreement(table, source.keepsTimes() ? Long.MAX_VALUE : source.time(), clock.millis());
    }

    /** The rows in some buckets, as long as there are not too many. */
    private static final class Suspects {
        private final BitSet buckets;
        private final Map<List<Value>, ScannedRow> rows = new HashMap<>();
        private boolean complete = true;

        private Suspects(BitSet buckets) {
            this.buckets = buckets;
        }

        private void add(List<ScannedRow> page) {
            List<ScannedRow> suspects = page.stream()
                    .filter(row -> buckets.get(TableDigest.bucket(row.key())))
                    .toList();
            synchronized (this) {
                for (ScannedRow row : suspects) {
                    if (rows.size() == MOST_ROWS) {
                        complete = false;
                        return;
                    }
                    rows.put(row.key(), row);
                }
            }
        }
    }
}
