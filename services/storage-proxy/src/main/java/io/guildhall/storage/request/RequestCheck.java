package io.guildhall.storage.request;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.DeleteRange;
import io.guildhall.model.rpc.DeleteRow;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Catalogue;
import java.util.List;

/** Holds every request against the table catalogue, so that stores need not. */
public final class RequestCheck {
    private RequestCheck() {}

    /** @throws InvalidRequestException with a sentence that says what is wrong */
    public static void check(ReadRequest request) {
        Table table = table(request.getTable());
        partition(table, request.getPartitionList());
        if (request.hasFrom()) {
            bound(table, "from", request.getFrom());
        }
        if (request.hasTo()) {
            bound(table, "to", request.getTo());
        }
        if (Integer.compareUnsigned(request.getLimit(), 1) < 0
                || Integer.compareUnsigned(request.getLimit(), Read.MAX_LIMIT) > 0) {
            throw new InvalidRequestException("The limit must be between 1 and " + Read.MAX_LIMIT + ", not "
                    + Integer.toUnsignedString(request.getLimit()) + ".");
        }
    }

    /** @throws InvalidRequestException with a sentence that says what is wrong */
    public static void check(WriteRequest request) {
        int mutations = request.getMutationsCount();
        if (mutations == 0 || mutations > Write.MOST_MUTATIONS) {
            throw new InvalidRequestException(
                    "A batch must hold 1 to " + Write.MOST_MUTATIONS + " mutations, not " + mutations + ".");
        }
        requireBytes(request);
        for (Mutation mutation : request.getMutationsList()) {
            Table table = table(mutation.getTable());
            switch (mutation.getChangeCase()) {
                case UPSERT -> upsert(table, mutation.getUpsert(), mutations);
                case DELETE -> delete(table, mutation.getDelete());
                case DELETE_RANGE -> deleteRange(table, mutation.getDeleteRange());
                case CHANGE_NOT_SET ->
                    throw new InvalidRequestException("A mutation of table " + table.name() + " has no change.");
            }
        }
    }

    private static void requireBytes(WriteRequest request) {
        long bytes = request.getMutationsList().stream()
                .mapToLong(Mutation::getSerializedSize)
                .sum();
        if (bytes > Write.MOST_BYTES) {
            throw new InvalidRequestException(
                    "The mutations of a batch may have " + Write.MOST_BYTES + " bytes together, not " + bytes + ".");
        }
    }

    private static Table table(String name) {
        try {
            return Catalogue.table(name);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidRequestException("The catalogue has no table \"" + name + "\".", unknown);
        }
    }

    private static void upsert(Table table, Upsert upsert, int mutations) {
        key(table, upsert.getKeyList());
        cells(table, upsert.getCellsList());
        if ((upsert.getIfAbsent() || upsert.getIfCellsCount() > 0) && mutations > 1) {
            throw new InvalidRequestException("A conditional upsert must be alone in its batch.");
        }
        if (upsert.getIfCellsCount() > 0) {
            condition(table, upsert);
        }
    }

    private static void cells(Table table, List<Cell> cells) {
        for (Cell cell : cells) {
            int column = cell.getColumn();
            if (column < table.keyColumns() || column >= table.columns().size()) {
                throw new InvalidRequestException(
                        "Column " + Integer.toUnsignedString(column) + " of table " + table.name() + " cannot be set.");
            }
            if (cell.getValue().getKindCase() != Value.KindCase.KIND_NOT_SET) {
                kind(table, column, cell.getValue());
            }
        }
    }

    private static void condition(Table table, Upsert upsert) {
        cells(table, upsert.getIfCellsList());
        if (upsert.getIfAbsent()) {
            throw new InvalidRequestException("An upsert has if_absent or if_cells, not both.");
        }
        if (upsert.getCellsList().stream()
                .noneMatch(cell -> cell.getValue().getKindCase() != Value.KindCase.KIND_NOT_SET)) {
            throw new InvalidRequestException("An upsert with if_cells must set a cell to a value.");
        }
        for (Cell cell : upsert.getIfCellsList()) {
            switch (table.columns().get(cell.getColumn()).type()) {
                case LONG, TEXT, BLOB, BOOLEAN -> {
                    // Stores agree on when two of these are equal.
                }
                case DOUBLE, LONG_LIST ->
                    throw new InvalidRequestException("Column "
                            + table.columns().get(cell.getColumn()).name() + " of table " + table.name()
                            + " cannot be in a condition.");
            }
        }
    }

    private static void delete(Table table, DeleteRow delete) {
        key(table, delete.getKeyList());
        if (delete.getIfIncomplete()) {
            throw new InvalidRequestException("Incomplete rows are deleted by the store alone.");
        }
    }

    private static void deleteRange(Table table, DeleteRange range) {
        partition(table, range.getPartitionList());
        if (range.hasFrom()) {
            bound(table, "from", range.getFrom());
        }
        if (range.hasTo()) {
            bound(table, "to", range.getTo());
        }
    }

    private static void partition(Table table, List<Value> values) {
        count(table, "partition key", values.size(), table.partitionColumns());
        kinds(table, 0, values);
        notEmpty(table, values);
    }

    private static void key(Table table, List<Value> values) {
        count(table, "key", values.size(), table.keyColumns());
        kinds(table, 0, values);
        notEmpty(table, values);
    }

    private static void bound(Table table, String which, Bound bound) {
        if (bound.getPrefixCount() > table.clusteringColumns()) {
            throw new InvalidRequestException("The bound \"" + which + "\" has " + bound.getPrefixCount()
                    + " values, but table " + table.name() + " has " + table.clusteringColumns()
                    + " clustering columns.");
        }
        kinds(table, table.partitionColumns(), bound.getPrefixList());
    }

    /** Clusters refuse a partition whose only key column is empty, so nobody may write one elsewhere either. */
    private static void notEmpty(Table table, List<Value> values) {
        Value first = values.getFirst();
        if (table.partitionColumns() == 1
                && ((first.hasTextValue() && first.getTextValueBytes().isEmpty())
                        || (first.hasBlobValue() && first.getBlobValue().isEmpty()))) {
            throw new InvalidRequestException("The partition key of table " + table.name() + " is empty.");
        }
    }

    private static void count(Table table, String what, int given, int wanted) {
        if (given != wanted) {
            throw new InvalidRequestException("The " + what + " of table " + table.name() + " has " + wanted
                    + " columns, but " + given + " values were given.");
        }
    }

    private static void kinds(Table table, int firstColumn, List<Value> values) {
        for (int index = 0; index < values.size(); index++) {
            kind(table, firstColumn + index, values.get(index));
        }
    }

    private static void kind(Table table, int column, Value value) {
        Value.KindCase wanted =
                switch (table.columns().get(column).type()) {
                    case LONG -> Value.KindCase.LONG_VALUE;
                    case TEXT -> Value.KindCase.TEXT_VALUE;
                    case BLOB -> Value.KindCase.BLOB_VALUE;
                    case BOOLEAN -> Value.KindCase.BOOLEAN_VALUE;
                    case DOUBLE -> Value.KindCase.DOUBLE_VALUE;
                    case LONG_LIST -> Value.KindCase.LONG_LIST;
                };
        if (value.getKindCase() != wanted) {
            throw new InvalidRequestException(
                    "Column " + table.columns().get(column).name() + " of table " + table.name() + " wants " + wanted
                            + ", not " + value.getKindCase() + ".");
        }
    }
}
