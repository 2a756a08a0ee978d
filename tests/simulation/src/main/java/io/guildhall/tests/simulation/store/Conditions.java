package io.guildhall.tests.simulation.store;

import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Upsert;
import java.util.Optional;

/** Conditional writes. */
final class Conditions {
    private Conditions() {}

    static boolean conditional(Upsert upsert) {
        return upsert.getIfAbsent();
    }

    static boolean hold(Upsert upsert, Optional<Row> row) {
        return row.isEmpty();
    }
}
