package io.guildhall.storage.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.cassandra.CassandraObserver;
import io.guildhall.storage.cassandra.CassandraOptions;
import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.cassandra.CassandraTarget;
import io.guildhall.storage.cassandra.CqlSessions;
import io.guildhall.storage.cassandra.schema.ClusterSchema;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.moving.Migration;
import io.guildhall.storage.moving.StoreSource;
import io.guildhall.storage.moving.TableReport;
import io.guildhall.storage.moving.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rows a second that a move copies into a cluster, against the loop that anybody would write first: the driver's prepared
 * insert, one row at a time, a few hundred under way. Both read the same embedded store, and take turns on the same cluster.
 * The move also keeps its checkpoint on the disk. Arguments: cassandra:HOST:PORT, an empty directory, how many rows.
 */
public final class MigrationBench {
    private static final int ROUNDS = 3;
    private static final int ROWS_PER_PARTITION = 50;
    private static final int WORKERS = 8;
    private static final String KEYSPACE = "bench_migration";

    private final CassandraTarget target;
    private final Path directory;
    private final long rows;

    private MigrationBench(CassandraTarget target, Path directory, long rows) {
        this.target = target;
        this.directory = directory;
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        CassandraTarget target = CassandraTarget.parse(arguments[0]).withKeyspaceOr(KEYSPACE);
        long rows = arguments.length > 2 ? Long.parseLong(arguments[2]) : 200_000;
        System.out.println(new MigrationBench(target, Path.of(arguments[1]), rows).run());
        // The driver's threads have nothing left to do, but some of them live for seconds.
        System.exit(0);
    }

    private String run() throws Exception {
        CassandraOptions options = CassandraOptions.defaults(target.keyspace().orElseThrow());
        Clock clock = Clock.systemUTC();
        double plain = 0;
        double move = 0;
        try (CqlSession session = CqlSessions.open(target, Optional.empty(), options);
                EmbeddedStore source =
                        EmbeddedStore.open(EmbeddedStoreOptions.at(directory.resolve("store")), clock, batches -> {})) {
            new ClusterSchema(session, options.keyspace(), Optional.empty()).apply(statement -> {});
            fill(source);
            CassandraStore cluster = new CassandraStore(session, options, clock, CassandraObserver.NONE, () -> {});
            PlainCopy loop = new PlainCopy(session, options.keyspace());
            for (int round = 0; round < ROUNDS; round++) {
                empty(session, options);
                plain = Math.max(plain, rate("plain driver loop", () -> loop.copy(source)));
                empty(session, options);
                Migration migration = migration(source, cluster, clock);
                move = Math.max(move, rate("migrate", migration::copy));
                check(migration.verify());
            }
        }
        return String.format(
                Locale.ROOT,
                "migration: %d rows; migrate %.0f rows/s, plain driver loop %.0f rows/s, ratio %.2f",
                rows,
                move,
                plain,
                move / plain);
    }

    private Migration migration(EmbeddedStore source, CassandraStore cluster, Clock clock) throws Exception {
        Path checkpoint = directory.resolve("checkpoint");
        Files.deleteIfExists(checkpoint);
        return new Migration(
                new Migration.Options("bench", target.text(), WORKERS, 0, checkpoint),
                new StoreSource(source),
                new Target(cluster, cluster, cluster),
                clock,
                line -> {});
    }

    private void fill(EmbeddedStore source) {
        WriteRequest.Builder batch = WriteRequest.newBuilder();
        for (long row = 0; row < rows; row++) {
            batch.addMutations(Write.to(Messages.TABLE, row / ROWS_PER_PARTITION, 7L, row)
                    .set(Messages.AUTHOR_ID, row % 1_000)
                    .set(Messages.CONTENT, "a message of the usual length, which is about this long, number " + row)
                    .set(Messages.TYPE, 0L)
                    .set(Messages.FLAGS, 0L)
                    .set(Messages.TTS, false)
                    .set(Messages.MENTIONS, List.of(row))
                    .build());
            if (batch.getMutationsCount() == 500 || row == rows - 1) {
                source.write(batch.build()).join();
                batch.clear();
            }
        }
    }

    private static void empty(CqlSession session, CassandraOptions options) {
        session.execute("TRUNCATE " + options.keyspace() + ".messages");
    }

    private static void check(List<TableReport> reports) {
        if (!reports.stream().allMatch(TableReport::isSame)) {
            throw new IllegalStateException("the copy is not the same: " + reports);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private double rate(String what, Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        double rate = rows / ((System.nanoTime() - begun) / 1e9);
        System.out.println(String.format(Locale.ROOT, "%s: %.0f rows/s", what, rate));
        return rate;
    }
}
