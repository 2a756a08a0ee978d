package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.Cell;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Upsert;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.catalogue.ActorEpochs;
import java.util.List;

/** Looks at what is stored before a batch changes it. Only the writer thread uses it, so nothing comes between. */
final class Conditions {
    private Conditions() {}

    /** Whether the upsert may change this row, which has no expired cells any more. */
    static boolean hold(TableSpace space, Upsert upsert, StoredRow row) {
        if (upsert.getIfAbsent() && !row.isEmpty()) {
            return false;
        }
        for (Cell expected : upsert.getIfCellsList()) {
            if (!row.value(space.number(expected.getColumn())).equals(expected.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Whether this is the epoch that was claimed last. */
    static boolean holds(TableSpace epochs, Fence fence) {
        List<Value> key = List.of(number(fence.getActorKind()), number(fence.getActorId()));
        byte[] stored = epochs.map().get(KeyEncoding.encode(ActorEpochs.TABLE, key));
        int column = epochs.number(ActorEpochs.TABLE.indexOf(ActorEpochs.EPOCH));
        return stored != null && StoredRow.decode(stored).value(column).equals(number(fence.getEpoch()));
    }

    private static Value number(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }
}
