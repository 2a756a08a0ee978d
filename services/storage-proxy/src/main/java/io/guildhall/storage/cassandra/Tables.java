package io.guildhall.storage.cassandra;

import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;

/** The tables of a keyspace: those of the catalogue, and those that the clustered store keeps for itself. */
public final class Tables {
    private Tables() {}

    public static List<Table> all() {
        List<Table> tables = new ArrayList<>(Catalogue.TABLES);
        tables.add(PendingBatches.TABLE);
        tables.add(SchemaLocks.TABLE);
        return tables;
    }

    static Table named(String name) {
        return name.equals(PendingBatches.TABLE.name()) ? PendingBatches.TABLE : Catalogue.table(name);
    }
}
