package io.guildhall.storage.cassandra.schema;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.Cql;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;

/** The CQL that makes a table of the catalogue. */
final class TableDdl {
    private TableDdl() {}

    static String create(String keyspace, Table table) {
        String columns = table.columns().stream()
                .map(column -> Cql.name(column) + " " + column.type().cql())
                .collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS " + Cql.name(keyspace, table) + " (" + columns + ", PRIMARY KEY ("
                + key(table) + ")) WITH id = " + id(keyspace, table) + order(table) + " AND "
                + TableOptions.of(table).cql();
    }

    static String add(String keyspace, Table table, Column<?> column) {
        return "ALTER TABLE " + Cql.name(keyspace, table) + " ADD " + Cql.name(column) + " "
                + column.type().cql();
    }

    static String alter(String keyspace, Table table) {
        return "ALTER TABLE " + Cql.name(keyspace, table) + " WITH "
                + TableOptions.of(table).cql();
    }

    /**
     * The same wherever it is made: nodes that create the table at the same moment, each before it knows of the other, then have
     * made one table and not two that quarrel.
     */
    static UUID id(String keyspace, Table table) {
        return UUID.nameUUIDFromBytes(("guildhall." + keyspace + "." + table.name()).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(Table table) {
        String partition = "(" + Cql.names(table, 0, table.partitionColumns()) + ")";
        return table.clusteringColumns() == 0
                ? partition
                : partition + ", " + Cql.names(table, table.partitionColumns(), table.keyColumns());
    }

    private static String order(Table table) {
        if (!table.descending()) {
            return "";
        }
        return table.columns().subList(table.partitionColumns(), table.keyColumns()).stream()
                .map(column -> Cql.name(column) + " DESC")
                .collect(Collectors.joining(", ", " AND CLUSTERING ORDER BY (", ")"));
    }
}
