package io.guildhall.storage.cassandra;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.storage.cassandra.Shape.End;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of CQL. Names stand in quotes, so that none is ever a keyword. */
public final class Cql {
    private Cql() {}

    public static String name(Column<?> column) {
        return "\"" + column.name() + "\"";
    }

    public static String name(String keyspace, Table table) {
        return keyspace + ".\"" + table.name() + "\"";
    }

    public static String names(Table table, int first, int end) {
        return table.columns().subList(first, end).stream().map(Cql::name).collect(Collectors.joining(", "));
    }

    static List<String> partition(Table table) {
        return table.columns().subList(0, table.partitionColumns()).stream()
                .map(column -> name(column) + " = ?")
                .toList();
    }

    static List<String> slice(Table table, int equal, End from, End to) {
        List<String> relations = new ArrayList<>(partition(table));
        int next = table.partitionColumns() + equal;
        table.columns().subList(table.partitionColumns(), next).forEach(column -> relations.add(name(column) + " = ?"));
        if (from != End.OPEN) {
            relations.add(name(table.columns().get(next)) + operator(from, table.descending()) + "?");
        }
        if (to != End.OPEN) {
            relations.add(name(table.columns().get(next)) + operator(to, !table.descending()) + "?");
        }
        return relations;
    }

    static String prefix(Table table, int columns, String operator) {
        String marks = IntStream.range(0, columns).mapToObj(index -> "?").collect(Collectors.joining(", "));
        return "(" + names(table, table.partitionColumns(), table.partitionColumns() + columns) + ")" + operator + "("
                + marks + ")";
    }

    /** The relation of a bound to the rows on its side; downwards where the rows are the smaller ones. */
    static String operator(End end, boolean downwards) {
        return switch (end) {
            case INCLUSIVE -> downwards ? " <= " : " >= ";
            case EXCLUSIVE -> downwards ? " < " : " > ";
            case OPEN -> throw new IllegalArgumentException("an open end has no relation");
        };
    }

    static String select(Table table, String keyspace, List<String> relations, boolean reverse) {
        return "SELECT " + names(table, 0, table.columns().size()) + " FROM " + name(keyspace, table) + " WHERE "
                + String.join(" AND ", relations) + (reverse ? against(table) : "") + " LIMIT ?";
    }

    private static String against(Table table) {
        String direction = table.descending() ? " ASC" : " DESC";
        return table.clusteringColumns() == 0
                ? ""
                : " ORDER BY "
                        + table.columns().subList(table.partitionColumns(), table.keyColumns()).stream()
                                .map(column -> name(column) + direction)
                                .collect(Collectors.joining(", "));
    }
}
