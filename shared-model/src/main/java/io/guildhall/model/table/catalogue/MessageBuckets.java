package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The buckets of a channel that hold messages, newest first, so that empty ones are never scanned. */
public final class MessageBuckets {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> FIRST_MESSAGE_ID = Column.ofLong("first_message_id");

    public static final Table TABLE = Table.named("message_buckets")
            .partition(CHANNEL_ID)
            .descending(BUCKET)
            .columns(FIRST_MESSAGE_ID)
            .build();

    private MessageBuckets() {}
}
