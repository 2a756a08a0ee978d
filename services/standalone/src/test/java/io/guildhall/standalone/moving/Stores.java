package io.guildhall.standalone.moving;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Catalogue;
import io.guildhall.model.table.catalogue.Usernames;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.standalone.data.DataDirectory;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storage.embedded.EmbeddedStoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The store of a data directory, while no other process uses it. */
record Stores(DataDirectory data, EmbeddedStore store) implements AutoCloseable {
    static Stores open(Path directory) throws Exception {
        DataDirectory data = DataDirectory.claim(directory);
        return new Stores(
                data, EmbeddedStore.open(EmbeddedStoreOptions.at(data.store()), Clock.systemUTC(), batches -> {}));
    }

    void account(long id, String name) {
        write(
                Write.to(Users.TABLE, id).set(Users.USERNAME, name).build(),
                Write.to(Usernames.TABLE, name).set(Usernames.USER_ID, id).build());
    }

    void write(Mutation... rows) {
        store.write(WriteRequest.newBuilder().addAllMutations(List.of(rows)).build())
                .join();
    }

    Optional<RowView> find(Table table, Object... key) {
        return store.read(Read.row(table, key)).join().getRowsList().stream()
                .map(row -> new RowView(table, row))
                .findFirst();
    }

    RowView row(Table table, Object... key) {
        return find(table, key).orElseThrow();
    }

    /** How many rows each table has. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        Catalogue.TABLES.forEach(table -> counts.put(table.name(), store.rows(table)));
        return counts;
    }

    @Override
    public void close() throws IOException {
        store.close();
        data.close();
    }
}
