package io.guildhall.storage.cassandra.schema;

import io.guildhall.model.table.Table;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** A table as the cluster has it. */
record LiveTable(String name, Map<String, Column> columns, TableOptions options) {

    /**
     * @param kind partition_key, clustering, regular or static
     * @param position among the columns of the same kind of key
     * @param order asc, desc or none
     */
    record Column(String name, String kind, int position, String type, String order) {
        boolean isKey() {
            return kind.equals("partition_key") || kind.equals("clustering");
        }
    }

    /** The key as a sentence can show it. */
    String key() {
        return columns.values().stream()
                .filter(Column::isKey)
                .sorted(Comparator.comparing(Column::kind).reversed().thenComparing(Column::position))
                .map(column -> part(column.name(), column.type(), column.kind(), column.order()))
                .collect(Collectors.joining(", "));
    }

    /** The key that the catalogue gives the table, in the same words. */
    static String key(Table table) {
        StringBuilder key = new StringBuilder();
        for (int index = 0; index < table.keyColumns(); index++) {
            boolean partition = index < table.partitionColumns();
            String order = table.descending() ? "desc" : "asc";
            key.append(index == 0 ? "" : ", ")
                    .append(part(
                            table.columns().get(index).name(),
                            table.columns().get(index).type().cql(),
                            partition ? "partition_key" : "clustering",
                            partition ? "none" : order));
        }
        return key.toString();
    }

    private static String part(String name, String type, String kind, String order) {
        return name + " " + type + (kind.equals("clustering") ? " " + order : " in the partition key");
    }
}
