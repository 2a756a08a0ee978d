package io.guildhall.model.table;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One table of the catalogue. From this one definition come the CQL, the prepared statements and the embedded store's
 * encoding.
 *
 * @param columns all columns: the partition key first, then the clustering key, then the rest
 * @param partitionColumns how many leading columns make the partition key
 * @param clusteringColumns how many columns after those make the clustering key
 * @param descending true when rows of a partition are ordered from the largest clustering key to the smallest
 * @param timeToLive how long a written cell lives; empty means for ever
 * @param access what the table's readers do, which decides its compaction
 * @param required a column that every whole row has: a row without it is the remnant of an edit that raced with a delete.
 *     Readers never see it, and it is removed
 */
public record Table(
        String name,
        List<Column<?>> columns,
        int partitionColumns,
        int clusteringColumns,
        boolean descending,
        Optional<Duration> timeToLive,
        Access access,
        Optional<Column<?>> required) {

    /** How a table is used; the clustered store chooses a compaction strategy by it. */
    public enum Access {
        /** Written in time order and read mostly when new. */
        TIME_SERIES,
        /** Read far more often than written. */
        READ_OFTEN
    }

    public Table {
        columns = List.copyOf(columns);
        checkArgument(partitionColumns > 0, "table %s has no partition key", name);
        checkArgument(columns.size() >= partitionColumns + clusteringColumns, "table %s has too few columns", name);
        checkArgument(
                required.isEmpty() || columns.contains(required.get()), "table %s lacks its required column", name);
    }

    public int keyColumns() {
        return partitionColumns + clusteringColumns;
    }

    /** The index of a column in {@link #columns}. */
    public int indexOf(Column<?> column) {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index) == column) {
                return index;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column.name());
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Builds a table; columns in the order of the calls, keys first. */
    public static final class Builder {
        private final String name;
        private final List<Column<?>> columns = new ArrayList<>();
        private int partitionColumns;
        private int clusteringColumns;
        private boolean descending;
        private Optional<Duration> timeToLive = Optional.empty();
        private Access access = Access.READ_OFTEN;
        private Optional<Column<?>> required = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        public Builder partition(Column<?>... key) {
            columns.addAll(List.of(key));
            partitionColumns = key.length;
            return this;
        }

        public Builder ascending(Column<?>... key) {
            columns.addAll(List.of(key));
            clusteringColumns = key.length;
            return this;
        }

        public Builder descending(Column<?>... key) {
            descending = true;
            return ascending(key);
        }

        public Builder columns(Column<?>... more) {
            columns.addAll(List.of(more));
            return this;
        }

        public Builder timeToLive(Duration duration) {
            timeToLive = Optional.of(duration);
            return this;
        }

        public Builder access(Access value) {
            access = value;
            return this;
        }

        public Builder required(Column<?> column) {
            required = Optional.of(column);
            return this;
        }

        public Table build() {
            return new Table(
                    name, columns, partitionColumns, clusteringColumns, descending, timeToLive, access, required);
        }
    }
}
