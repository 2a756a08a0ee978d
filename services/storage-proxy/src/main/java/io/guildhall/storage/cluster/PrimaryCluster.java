package io.guildhall.storage.cluster;

import com.datastax.oss.driver.api.core.CqlSession;
import io.guildhall.storage.cassandra.CassandraObserver;
import io.guildhall.storage.cassandra.CassandraOptions;
import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.cassandra.DriverSettings;
import io.guildhall.storage.cassandra.schema.ClusterSchema;
import io.guildhall.storage.cassandra.schema.Replication;
import io.guildhall.storage.config.StorageConfig;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Opens the store of the cluster that the configuration names, over the session that Quarkus makes and ends. */
public final class PrimaryCluster {
    private static final Logger LOG = Logger.getLogger(PrimaryCluster.class);

    private PrimaryCluster() {}

    /**
     * Waits for the cluster, brings or holds its schema to the catalogue, and begins to look for batches that were left behind.
     *
     * @param session begins to build the session; called once
     * @param listing as {@link io.guildhall.storage.fencing.Listing}
     * @throws StoreException with a sentence for the operator when the cluster does not answer in time or its schema does not fit
     */
    public static CassandraStore open(
            StorageConfig.Cassandra config,
            Supplier<CompletableFuture<? extends CqlSession>> session,
            Clock clock,
            CassandraObserver observer,
            LongSupplier listing) {
        CassandraOptions options = CassandraOptions.of(config);
        CqlSession built = await(DriverSettings.during(options, session), config.startTimeout());
        ClusterSchema schema = new ClusterSchema(
                built, options.keyspace(), config.replication().map(Replication::parse));
        switch (config.schema()) {
            case APPLY -> schema.apply(LOG::info);
            case CHECK -> schema.check();
        }
        CassandraStore store = new CassandraStore(built, options, clock, observer, listing, () -> {});
        store.recoverEvery(config.redoInterval());
        return store;
    }

    private static CqlSession await(CompletableFuture<? extends CqlSession> session, Duration time) {
        try {
            return session.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new StoreException(
                    StoreException.Reason.UNAVAILABLE,
                    "No node of the cluster answered within " + time.toSeconds()
                            + " s. Does quarkus.cassandra.contact-points name them?",
                    late);
        } catch (ExecutionException failure) {
            throw new StoreException(
                    StoreException.Reason.UNAVAILABLE,
                    "The cluster cannot be used: " + failure.getCause().getMessage(),
                    failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    StoreException.Reason.CLOSED, "interrupted while the cluster started", interrupted);
        }
    }
}
