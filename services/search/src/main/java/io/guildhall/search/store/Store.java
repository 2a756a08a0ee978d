package io.guildhall.search.store;

import io.guildhall.messageindex.stored.StoredRows;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.storageclient.StorageRouter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The data store, for virtual threads, which may wait. Failures are StatusRuntimeExceptions. */
@Singleton
public class Store implements StoredRows {
    private final StorageRouter router;
    private final Duration timeout;

    public Store(StorageRouter router, SearchConfig config) {
        this.router = router;
        this.timeout = config.storeTimeout();
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        return router.read(request, timeout).await().indefinitely().getRowsList().stream()
                .map(row -> new RowView(table, row))
                .toList();
    }

    public void write(Mutation mutation) {
        router.write(List.of(mutation), timeout).await().indefinitely();
    }

    /** Writes one conditional mutation; false when its condition did not hold. */
    public boolean writeIf(Mutation mutation) {
        return router.writeConditional(router.batch(List.of(mutation)), timeout)
                .await()
                .indefinitely();
    }
}
