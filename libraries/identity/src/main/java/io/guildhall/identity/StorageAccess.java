package io.guildhall.identity;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.storageclient.StorageRouter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads and writes through the storage nodes. Everything fails after {@link #DEADLINE}. */
@ApplicationScoped
public class StorageAccess {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final StorageRouter router;

    @Inject
    public StorageAccess(StorageRouter router) {
        this.router = router;
    }

    public Uni<List<RowView>> rows(ReadRequest request) {
        Table table = Catalogue.table(request.getTable());
        return router.read(request, DEADLINE).map(reply -> reply.getRowsList().stream()
                .map(row -> new RowView(table, row))
                .toList());
    }

    public Uni<Optional<RowView>> row(ReadRequest request) {
        return rows(request).map(rows -> rows.stream().findFirst());
    }

    /** All of them or none. */
    public Uni<Void> write(List<Mutation> mutations) {
        return router.write(mutations, DEADLINE).replaceWithVoid();
    }

    /** Writes a single {@code ifAbsent} or {@code ifCell} mutation; false when its condition did not hold. */
    public Uni<Boolean> writeIfAbsent(Mutation mutation) {
        return router.writeIfAbsent(mutation, DEADLINE);
    }
}
