package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** A channel's pinned messages, newest pin first. */
public final class Pins {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> PINNED_AT = Column.ofLong("pinned_at");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<Long> PINNED_BY = Column.ofLong("pinned_by");

    public static final Table TABLE = Table.named("pins")
            .partition(CHANNEL_ID)
            .descending(PINNED_AT, MESSAGE_ID)
            .columns(PINNED_BY)
            .build();

    private Pins() {}
}
