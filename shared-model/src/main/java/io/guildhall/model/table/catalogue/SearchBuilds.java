package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Homes whose messages are to be read from the store into a generation of their index, in slices by the home's id; not before a time in ms since
 * 1970. All places before the one in place have been read, and of that one what is newer than message. place 0: none yet.
 */
public final class SearchBuilds {
    public static final Column<Long> SLICE = Column.ofLong("slice");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> HOME_ID = Column.ofLong("home_id");
    public static final Column<Long> GENERATION = Column.ofLong("generation");
    public static final Column<Long> NOT_BEFORE = Column.ofLong("not_before");
    public static final Column<Long> PLACE = Column.ofLong("place");
    public static final Column<Long> MESSAGE = Column.ofLong("message");

    public static final Table TABLE = Table.named("search_builds")
            .partition(SLICE)
            .ascending(KIND, HOME_ID, GENERATION)
            .columns(NOT_BEFORE, PLACE, MESSAGE)
            .build();

    private SearchBuilds() {}
}
