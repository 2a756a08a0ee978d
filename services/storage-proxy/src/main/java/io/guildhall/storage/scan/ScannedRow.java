package io.guildhall.storage.scan;

import io.guildhall.model.rpc.Value;
import java.util.List;

/**
 * A live row as it is stored.
 *
 * @param key partition and clustering key, in catalogue order
 * @param cells the live cells that were asked for, by column; empty cells are left out, so a row may have none
 */
public record ScannedRow(List<Value> key, List<ScannedCell> cells) {
    public ScannedRow {
        key = List.copyOf(key);
        cells = List.copyOf(cells);
    }
}
