package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Where a follower's webhook wrote the messages that the channel published which it follows. At most ten are in an hour. */
public final class PublishedCopies {
    public static final Column<Long> WEBHOOK_ID = Column.ofLong("webhook_id");
    public static final Column<Long> SOURCE_ID = Column.ofLong("source_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");

    public static final Table TABLE = Table.named("published_copies")
            .partition(WEBHOOK_ID)
            .ascending(SOURCE_ID)
            .columns(CHANNEL_ID, MESSAGE_ID)
            .build();

    private PublishedCopies() {}
}
