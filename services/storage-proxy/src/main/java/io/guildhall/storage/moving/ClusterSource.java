package io.guildhall.storage.moving;

import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.CassandraStore;
import io.guildhall.storage.scan.PartitionScanner;
import java.util.OptionalLong;

/** A cluster, which may be written to. Its cells keep their times. */
public final class ClusterSource implements Source {
    private final CassandraStore store;
    private final long time;

    /**
     * @param store closed with the source
     * @param time for rows without cells, which tell no time: now, in microseconds since 1970
     */
    public ClusterSource(CassandraStore store, long time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public PartitionScanner scanner() {
        return store;
    }

    @Override
    public long time() {
        return time;
    }

    @Override
    public boolean keepsTimes() {
        return true;
    }

    @Override
    public boolean isLive() {
        return true;
    }

    /** Its scanner shows the present anyway. */
    @Override
    public void refresh() {}

    @Override
    public OptionalLong rows(Table table) {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        store.close();
    }
}
