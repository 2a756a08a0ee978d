package io.guildhall.storage.store;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import java.util.List;

/** Short ways to use a store in a test: they wait for the answer. */
public final class Stores {
    private Stores() {}

    public static WriteRequest batch(Mutation... mutations) {
        return WriteRequest.newBuilder().addAllMutations(List.of(mutations)).build();
    }

    public static WriteReply write(Store store, Mutation... mutations) {
        return store.write(batch(mutations)).join();
    }

    public static List<RowView> rows(Store store, Table table, ReadRequest request) {
        return store.read(request).join().getRowsList().stream()
                .map(row -> new RowView(table, row))
                .toList();
    }
}
