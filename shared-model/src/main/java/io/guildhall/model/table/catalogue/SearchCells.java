package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What is bound to a cell, in slices by the home's id. An entry is written before its binding and removed after it, so there may be some whose home
 * is bound elsewhere, and never one too few. Slice -1 holds one entry for the cell itself, while nothing is to be bound to it.
 */
public final class SearchCells {
    /** The slice of the entry about the cell itself, and kind and home of that entry. */
    public static final long OF_CELL = -1;

    public static final Column<String> CELL = Column.ofText("cell");
    public static final Column<Long> SLICE = Column.ofLong("slice");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> HOME_ID = Column.ofLong("home_id");
    public static final Column<Boolean> DRAINING = Column.ofBoolean("draining");

    public static final Table TABLE = Table.named("search_cells")
            .partition(CELL, SLICE)
            .ascending(KIND, HOME_ID)
            .columns(DRAINING)
            .build();

    private SearchCells() {}
}
