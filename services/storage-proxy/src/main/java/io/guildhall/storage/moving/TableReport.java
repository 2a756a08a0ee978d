package io.guildhall.storage.moving;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.storage.scan.Tally;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a table compares.
 *
 * @param source rows of the source that stay, with their checksum
 * @param target those of the target
 * @param sourceFleeting rows of the source of which nothing will stay; not compared as a whole
 * @param targetFleeting those of the target
 * @param differences the keys of rows that are not the same; of a live source, after they were looked at again
 * @param busy the keys of rows that were not the same but had changed in the source whenever they were looked at again
 * @param complete whether these are all differences: when there are very many, only the first are found
 */
public record TableReport(
        Table table,
        Tally source,
        Tally target,
        long sourceFleeting,
        long targetFleeting,
        List<List<Value>> differences,
        List<List<Value>> busy,
        boolean complete) {
    public TableReport {
        differences = List.copyOf(differences);
        busy = List.copyOf(busy);
    }

    public boolean isSame() {
        return differences.isEmpty() && complete;
    }

    /** Those that differ and those that are busy. */
    List<List<Value>> open() {
        return Stream.concat(differences.stream(), busy.stream()).toList();
    }

    TableReport with(List<List<Value>> stillDifferent, List<List<Value>> stillBusy) {
        return new TableReport(
                table, source, target, sourceFleeting, targetFleeting, stillDifferent, stillBusy, complete);
    }
}
