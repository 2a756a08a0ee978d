package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Where the messages of a guild or a private channel are indexed: in which index of which cell. The kind is an actor's. version rises by one with
 * every change, and each is made only when the version is the one that was read. generation rises when the index has to be made anew; complete
 * is true once everything that was stored then is in it.
 */
public final class SearchBindings {
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> HOME_ID = Column.ofLong("home_id");
    public static final Column<Long> VERSION = Column.ofLong("version");
    public static final Column<String> CELL = Column.ofText("cell");
    public static final Column<String> INDEX_NAME = Column.ofText("index_name");
    public static final Column<Long> GENERATION = Column.ofLong("generation");
    public static final Column<Boolean> COMPLETE = Column.ofBoolean("complete");
    public static final Column<String> BESIDE = Column.ofText("beside");
    public static final Column<String> BESIDE_PHASE = Column.ofText("beside_phase");
    public static final Column<Long> BESIDE_SINCE = Column.ofLong("beside_since");

    public static final Table TABLE = Table.named("search_bindings")
            .partition(KIND, HOME_ID)
            .columns(VERSION, CELL, INDEX_NAME, GENERATION, COMPLETE, BESIDE, BESIDE_PHASE, BESIDE_SINCE)
            .build();

    private SearchBindings() {}
}
