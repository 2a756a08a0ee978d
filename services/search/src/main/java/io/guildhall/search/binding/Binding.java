package io.guildhall.search.binding;

import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.SearchBindings;
import io.guildhall.search.home.Home;
import io.guildhall.search.index.Destination;

/**
 * Where a home is indexed.
 *
 * @param version rises with every change
 * @param generation rises when the index has to be made anew
 * @param complete whether everything that was stored when this generation began is in the index
 */
public record Binding(Home home, Destination destination, long version, long generation, boolean complete) {
    static Binding of(Home home, RowView row) {
        return new Binding(
                home,
                new Destination(row.get(SearchBindings.CELL), row.get(SearchBindings.INDEX_NAME)),
                row.get(SearchBindings.VERSION),
                row.get(SearchBindings.GENERATION, 0L),
                row.get(SearchBindings.COMPLETE, false));
    }

    static Binding first(Home home, Destination destination) {
        return new Binding(home, destination, 1, 1, false);
    }

    /** Made anew elsewhere, or where it is. */
    Binding anew(Destination where) {
        return new Binding(home, where, version + 1, generation + 1, false);
    }

    Binding completed() {
        return new Binding(home, destination, version + 1, generation, true);
    }
}
