package io.guildhall.storage.cassandra;

import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a partition whose first clustering columns equal some values and whose next one lies between two edges: what CQL says
 * with plain relations of single columns, in every statement and on every database that speaks CQL.
 *
 * @param equal values of the first clustering columns
 * @param from the edge that comes first in the table's order; empty: open
 * @param to the edge that comes last
 */
record Slice(List<Value> equal, Optional<Edge> from, Optional<Edge> to) {

    /** A bound of one column. */
    record Edge(Value value, boolean inclusive) {}

    Slice {
        equal = List.copyOf(equal);
    }

    static Slice row(List<Value> clustering) {
        return new Slice(clustering, Optional.empty(), Optional.empty());
    }

    /**
     * The slices that together are the rows between two bounds, in the table's order: one where the bounds differ in a single
     * column only, several where prefixes of several columns part, none where nothing can lie between them.
     */
    static List<Slice> between(Table table, Bound from, Bound to) {
        List<Value> first = from.getPrefixList();
        List<Value> last = to.getPrefixList();
        int common = 0;
        while (common < first.size()
                && common < last.size()
                && first.get(common).equals(last.get(common))) {
            common++;
        }
        boolean firstOpen = common == first.size();
        boolean lastOpen = common == last.size();
        if ((firstOpen && !from.getInclusive()) || (lastOpen && !to.getInclusive())) {
            return List.of();
        }
        if (!firstOpen && !lastOpen && isAfter(table, first.get(common), last.get(common))) {
            return List.of();
        }
        List<Slice> slices = new ArrayList<>();
        for (int column = first.size() - 1; column > common; column--) {
            slices.add(new Slice(first.subList(0, column), Optional.of(edge(from, column)), Optional.empty()));
        }
        slices.add(new Slice(
                first.subList(0, common),
                firstOpen ? Optional.empty() : Optional.of(edge(from, common)),
                lastOpen ? Optional.empty() : Optional.of(edge(to, common))));
        for (int column = common + 1; column < last.size(); column++) {
            slices.add(new Slice(last.subList(0, column), Optional.empty(), Optional.of(edge(to, column))));
        }
        return slices;
    }

    /** Only the last column of a bound takes the rows that equal it: what goes on after an earlier column has a slice of its own. */
    private static Edge edge(Bound bound, int column) {
        boolean whole = column == bound.getPrefixCount() - 1;
        return new Edge(bound.getPrefix(column), whole && bound.getInclusive());
    }

    private static boolean isAfter(Table table, Value first, Value second) {
        int order = ValueOrder.compare(first, second);
        return table.descending() ? order < 0 : order > 0;
    }
}
