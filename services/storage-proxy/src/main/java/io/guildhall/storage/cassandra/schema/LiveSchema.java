package io.guildhall.storage.cassandra.schema;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.HashMap;
import java.util.Map;

/**
 * A keyspace as the cluster has it, read from the tables that Cassandra and ScyllaDB describe themselves with.
 *
 * @param exists whether the keyspace is there
 * @param replication its replication, as the cluster spells it
 */
record LiveSchema(boolean exists, Map<String, String> replication, Map<String, LiveTable> tables) {

    static LiveSchema read(SchemaNode node, String keyspace) {
        Row found = node.execute("SELECT replication FROM system_schema.keyspaces WHERE keyspace_name = ?", keyspace)
                .one();
        if (found == null) {
            return new LiveSchema(false, Map.of(), Map.of());
        }
        Map<String, Map<String, LiveTable.Column>> columns = columns(node, keyspace);
        Map<String, LiveTable> tables = new HashMap<>();
        for (Row row : node.execute("SELECT * FROM system_schema.tables WHERE keyspace_name = ?", keyspace)) {
            String name = row.getString("table_name");
            TableOptions options = new TableOptions(
                    row.getMap("compaction", String.class, String.class),
                    row.getInt("default_time_to_live"),
                    row.getInt("gc_grace_seconds"),
                    row.getString("comment"));
            // A table without columns came between the two questions: somebody is making it at this moment.
            if (columns.containsKey(name)) {
                tables.put(name, new LiveTable(name, columns.get(name), options));
            }
        }
        return new LiveSchema(true, found.getMap("replication", String.class, String.class), tables);
    }

    private static Map<String, Map<String, LiveTable.Column>> columns(SchemaNode node, String keyspace) {
        Map<String, Map<String, LiveTable.Column>> tables = new HashMap<>();
        for (Row row : node.execute("SELECT * FROM system_schema.columns WHERE keyspace_name = ?", keyspace)) {
            LiveTable.Column column = new LiveTable.Column(
                    row.getString("column_name"),
                    row.getString("kind"),
                    row.getInt("position"),
                    row.getString("type"),
                    row.getString("clustering_order"));
            tables.computeIfAbsent(row.getString("table_name"), ignored -> new HashMap<>())
                    .put(column.name(), column);
        }
        return tables;
    }
}
