package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * The slices of a guild's audit log that hold anything, newest first, so that no other is ever read. Written with every
 * entry: a slice's row lives as long as its newest entry, and whoever takes the guild over knows how full the slice is.
 */
public final class AuditSlices {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> SLICE = Column.ofLong("slice");
    public static final Column<Long> FIRST_ENTRY_ID = Column.ofLong("first_entry_id");
    public static final Column<Long> ENTRIES = Column.ofLong("entries");

    public static final Table TABLE = Table.named("audit_slices")
            .partition(GUILD_ID)
            .descending(BUCKET, SLICE)
            .columns(FIRST_ENTRY_ID, ENTRIES)
            .timeToLive(AuditLog.KEPT)
            .build();

    private AuditSlices() {}
}
