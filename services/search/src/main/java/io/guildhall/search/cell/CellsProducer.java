package io.guildhall.search.cell;

import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.redis.RedisLink;
import io.guildhall.search.config.SearchConfig;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The cells that the configuration names, or, where it names none, those that are registered in etcd; and how loaded they are. */
@Singleton
public class CellsProducer {
    @Produces
    @Singleton
    Cells cells(SearchConfig config, DiscoveryConfig discovery) {
        return config.cells().<Cells>map(FixedCells::of).orElseGet(() -> EtcdCells.begun(discovery));
    }

    @Produces
    @Singleton
    CellLoads loads(RedisLink redis, Cells cells, SearchConfig config) {
        return redis.isConfigured() ? SharedCellLoads.begun(redis, cells, config.probe()) : new MemoryCellLoads();
    }

    void close(@Disposes CellLoads loads) {
        if (loads instanceof SharedCellLoads shared) {
            shared.close();
        }
    }

    void close(@Disposes Cells cells) {
        if (cells instanceof EtcdCells etcd) {
            etcd.close();
        }
    }
}
