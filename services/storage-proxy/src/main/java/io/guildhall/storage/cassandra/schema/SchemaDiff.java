package io.guildhall.storage.cassandra.schema;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What parts a keyspace from the catalogue.
 *
 * @param statements CQL that brings it there; each may run more than once at the same time somewhere else
 * @param refusals sentences about what no statement can change while the data stays
 * @param notes sentences about what is there and not in the catalogue; it is left as it is
 */
public record SchemaDiff(List<String> statements, List<String> refusals, List<String> notes) {
    public SchemaDiff {
        statements = List.copyOf(statements);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** Whether the keyspace is as it should be. */
    public boolean isEmpty() {
        return statements.isEmpty() && refusals.isEmpty();
    }

    static SchemaDiff of(String keyspace, Replication replication, LiveSchema live, List<Table> tables) {
        Builder diff = new Builder(keyspace);
        if (!live.exists()) {
            diff.statements.add(createKeyspace(keyspace, replication));
        }
        Set<String> known = new HashSet<>();
        for (Table table : tables) {
            known.add(table.name());
            LiveTable found = live.tables().get(table.name());
            if (found == null) {
                diff.statements.add(TableDdl.create(keyspace, table));
            } else {
                diff.compare(table, found);
            }
        }
        live.tables().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> diff.notes.add("Table " + name + " is not in the catalogue; it is left as it is."));
        return new SchemaDiff(diff.statements, diff.refusals, diff.notes);
    }

    static String createKeyspace(String keyspace, Replication replication) {
        return "CREATE KEYSPACE IF NOT EXISTS " + keyspace + " WITH replication = " + replication.cql();
    }

    private static final class Builder {
        private final String keyspace;
        private final List<String> statements = new ArrayList<>();
        private final List<String> refusals = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private Builder(String keyspace) {
            this.keyspace = keyspace;
        }

        private void compare(Table table, LiveTable found) {
            if (!found.key().equals(LiveTable.key(table))) {
                refusals.add("The key of table " + table.name() + " is (" + found.key() + ") in keyspace " + keyspace
                        + " and (" + LiveTable.key(table)
                        + ") in the catalogue. A key cannot be changed: migrate to another keyspace.");
                return;
            }
            Set<String> known = new HashSet<>();
            for (Column<?> column : table.columns()) {
                known.add(column.name());
                compare(table, column, found.columns().get(column.name()));
            }
            found.columns().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> notes.add(
                            "Column " + table.name() + "." + name + " is not in the catalogue; it is left as it is."));
            if (!found.options().satisfies(TableOptions.of(table))) {
                statements.add(TableDdl.alter(keyspace, table));
            }
        }

        private void compare(Table table, Column<?> column, LiveTable.Column found) {
            if (found == null) {
                statements.add(TableDdl.add(keyspace, table, column));
            } else if (!found.type().equals(column.type().cql())) {
                refusals.add("Column " + table.name() + "." + column.name() + " is " + found.type() + " in keyspace "
                        + keyspace + " and " + column.type().cql()
                        + " in the catalogue. A type cannot be changed: migrate to another keyspace.");
            }
        }
    }
}
