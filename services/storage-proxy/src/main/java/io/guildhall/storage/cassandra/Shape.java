package io.guildhall.storage.cassandra;

import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement without its values. Equal shapes share one prepared statement; the catalogue has only so many of them, whatever
 * callers ask for. A shape's table is part of its name only, so that shapes are cheap to compare.
 */
sealed interface Shape {
    /** How one end of a slice is closed. */
    enum End {
        OPEN,
        INCLUSIVE,
        EXCLUSIVE;

        static End of(boolean inclusive) {
            return inclusive ? INCLUSIVE : EXCLUSIVE;
        }
    }

    String table();

    /** The CQL, with the parameters in the order in which the shape's values are bound. */
    String cql(Table table, String keyspace);

    /** Key, every other column (unset ones stay as they are), timestamp, TTL; the timestamp not for ifAbsent. */
    record Insert(String table, boolean ifAbsent) implements Shape {
        @Override
        public String cql(Table table, String keyspace) {
            String columns = table.columns().stream().map(Cql::name).collect(Collectors.joining(", "));
            String marks = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
            return "INSERT INTO " + Cql.name(keyspace, table) + " (" + columns + ") VALUES (" + marks + ")"
                    + (ifAbsent ? " IF NOT EXISTS USING TTL ?" : " USING TIMESTAMP ? AND TTL ?");
        }
    }

    /** TTL, the values of the written columns, the whole key, what the columns of the condition are expected to be. */
    record Swap(String table, List<Integer> written, List<Integer> expected) implements Shape {
        public Swap {
            written = List.copyOf(written);
            expected = List.copyOf(expected);
        }

        @Override
        public String cql(Table table, String keyspace) {
            return "UPDATE " + Cql.name(keyspace, table) + " USING TTL ? SET " + equations(table, written, ", ")
                    + " WHERE "
                    + String.join(" AND ", Cql.slice(table, table.clusteringColumns(), End.OPEN, End.OPEN)) + " IF "
                    + equations(table, expected, " AND ");
        }

        private static String equations(Table table, List<Integer> columns, String between) {
            return columns.stream()
                    .map(column -> Cql.name(table.columns().get(column)) + " = ?")
                    .collect(Collectors.joining(between));
        }
    }

    /** Timestamp, partition key, equal values, from, to. */
    record Delete(String table, int equal, End from, End to) implements Shape {
        @Override
        public String cql(Table table, String keyspace) {
            return "DELETE FROM " + Cql.name(keyspace, table) + " USING TIMESTAMP ? WHERE "
                    + String.join(" AND ", Cql.slice(table, equal, from, to));
        }
    }

    /** Partition key, equal values, from, to, limit. */
    record Select(String table, int equal, End from, End to, boolean reverse) implements Shape {
        @Override
        public String cql(Table table, String keyspace) {
            return Cql.select(table, keyspace, Cql.slice(table, equal, from, to), reverse);
        }
    }

    /** Partition key, from, to, limit; the bounds are prefixes of so many columns, 0 where open. */
    record SelectPrefixes(String table, int fromColumns, End from, int toColumns, End to, boolean reverse)
            implements Shape {
        @Override
        public String cql(Table table, String keyspace) {
            List<String> relations = new ArrayList<>(Cql.partition(table));
            if (from != End.OPEN) {
                relations.add(Cql.prefix(table, fromColumns, Cql.operator(from, table.descending())));
            }
            if (to != End.OPEN) {
                relations.add(Cql.prefix(table, toColumns, Cql.operator(to, !table.descending())));
            }
            return Cql.select(table, keyspace, relations, reverse);
        }
    }

    /** The whole key. Answers with one column's value, and when each of the cells was written. */
    record WriteTimes(String table, int column) implements Shape {
        @Override
        public String cql(Table table, String keyspace) {
            String times = table
                    .columns()
                    .subList(table.keyColumns(), table.columns().size())
                    .stream()
                    .map(written -> ", WRITETIME(" + Cql.name(written) + ")")
                    .collect(Collectors.joining());
            return "SELECT " + Cql.name(table.columns().get(column)) + times + " FROM " + Cql.name(keyspace, table)
                    + " WHERE " + String.join(" AND ", Cql.slice(table, table.clusteringColumns(), End.OPEN, End.OPEN));
        }
    }

    /** First and last token. For each column its value, its time of writing and its lifetime come after the key. */
    record Scan(String table, Set<Integer> columns) implements Shape {
        public Scan {
            columns = Set.copyOf(columns);
        }

        @Override
        public String cql(Table table, String keyspace) {
            String wanted = columns.stream()
                    .sorted()
                    .map(index -> Cql.name(table.columns().get(index)))
                    .map(name -> ", " + name + ", WRITETIME(" + name + "), TTL(" + name + ")")
                    .collect(Collectors.joining());
            String token = "TOKEN(" + Cql.names(table, 0, table.partitionColumns()) + ")";
            return "SELECT " + Cql.names(table, 0, table.keyColumns()) + wanted + " FROM " + Cql.name(keyspace, table)
                    + " WHERE " + token + " >= ? AND " + token + " <= ?";
        }
    }
}
