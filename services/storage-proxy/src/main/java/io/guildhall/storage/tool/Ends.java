package io.guildhall.storage.tool;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.storage.backup.BackupException;
import io.guildhall.storage.backup.Instance;
import io.guildhall.storage.cassandra.CassandraObserver;
import io.guildhall.storage.cassandra.CassandraOptions;
import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.cassandra.CassandraTarget;
import io.guildhall.storage.cassandra.CqlSessions;
import io.guildhall.storage.cassandra.Credentials;
import io.guildhall.storage.cassandra.schema.ClusterSchema;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import io.guildhall.storage.embedded.Snapshots;
import io.guildhall.storage.moving.ClusterSource;
import io.guildhall.storage.moving.RefusedException;
import io.guildhall.storage.moving.SnapshotSource;
import io.guildhall.storage.moving.Source;
import io.guildhall.storage.moving.StoreSource;
import io.guildhall.storage.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Opens the two ends of a move. */
final class Ends {
    private final Clock clock;
    private final UnaryOperator<String> environment;
    private final Consumer<String> lines;

    /** @param environment has the passwords, which do not belong in a command line: null where a variable is not set */
    Ends(Clock clock, UnaryOperator<String> environment, Consumer<String> lines) {
        this.clock = clock;
        this.environment = environment;
        this.lines = lines;
    }

    /**
     * The target with the catalogue's tables.
     *
     * @param changing whether tables may be made; otherwise they must be there
     * @throws RefusedException when its tables are others
     * @throws StoreException UNAVAILABLE when it does not answer
     */
    CassandraStore target(CassandraTarget target, boolean changing) throws RefusedException {
        CqlSession session = CqlSessions.open(target, credentials("CASSANDRA"), options(target));
        try {
            ClusterSchema schema = new ClusterSchema(session, target.keyspace().orElseThrow(), Optional.empty());
            if (changing) {
                schema.apply(statement -> lines.accept("Schema: " + firstWords(statement)));
            } else {
                schema.check();
            }
            return new CassandraStore(session, options(target), clock, CassandraObserver.NONE, session::close);
        } catch (StoreException failure) {
            session.close();
            if (failure.reason() == StoreException.Reason.FAILED) {
                throw new RefusedException(failure.getMessage(), failure);
            }
            throw failure;
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    /** Of a statement: what it makes, without the columns. */
    private static String firstWords(String statement) {
        int columns = statement.indexOf(" (");
        return columns < 0 ? statement : statement.substring(0, columns);
    }

    /** @throws RefusedException when there is nothing to move, or it cannot be moved while it is written to */
    Source source(MigrateOptions options) throws RefusedException {
        return switch (options.from()) {
            case SourceAddress.Directory directory -> embedded(directory.path(), options);
            case SourceAddress.Cluster cluster -> cluster(cluster.target());
        };
    }

    private Source embedded(Path root, MigrateOptions options) throws RefusedException {
        Path store = store(root);
        if (!Snapshots.isInUse(store)) {
            return new StoreSource(EmbeddedStore.open(EmbeddedStoreOptions.at(store), clock, batches -> {}));
        }
        lines.accept("A process serves from " + store + ": asking it for a snapshot");
        Path work = options.checkpoint().resolveSibling(options.checkpoint().getFileName() + ".snapshots");
        return SnapshotSource.open(
                store, work, clock, manifest -> manifest.alsoWrittenTo().map(CassandraTarget::parse).stream()
                        .anyMatch(options.to()::sameStore));
    }

    private static Path store(Path root) throws RefusedException {
        try {
            return Instance.at(root).store();
        } catch (BackupException nothing) {
            throw new RefusedException(nothing.getMessage(), nothing);
        }
    }

    private Source cluster(CassandraTarget target) {
        long now = TimeUnit.MILLISECONDS.toMicros(clock.millis());
        CqlSession session = CqlSessions.open(target, credentials("SOURCE"), options(target));
        return new ClusterSource(
                new CassandraStore(session, options(target), clock, CassandraObserver.NONE, session::close), now);
    }

    private Optional<Credentials> credentials(String end) {
        String username = environment.apply("GUILDHALL_" + end + "_USERNAME");
        String password = environment.apply("GUILDHALL_" + end + "_PASSWORD");
        return username == null || password == null
                ? Optional.empty()
                : Optional.of(new Credentials(username, password));
    }

    private static CassandraOptions options(CassandraTarget target) {
        return CassandraOptions.defaults(target.keyspace().orElseThrow());
    }
}
