package io.guildhall.tests.simulation.store;

import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import java.util.Optional;

/** Conditional writes. */
final class Conditions {
    private Conditions() {}

    static boolean conditional(Upsert upsert) {
        return upsert.getIfAbsent() || upsert.getIfCellsCount() > 0;
    }

    static boolean hold(Upsert upsert, Optional<Row> row) {
        return upsert.getIfAbsent()
                ? row.isEmpty()
                : upsert.getIfCellsList().stream().allMatch(cell -> row.map(found -> found.getValues(cell.getColumn()))
                        .orElse(Value.getDefaultInstance())
                        .equals(cell.getValue()));
    }
}
