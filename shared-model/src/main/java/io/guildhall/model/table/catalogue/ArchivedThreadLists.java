package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/**
 * The archived threads of a channel, the last archived first, with what searches look at. kind is 0 for public ones and 1 for private
 * ones.
 */
public final class ArchivedThreadLists {
    public static final long PUBLIC = 0;
    public static final long PRIVATE = 1;

    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ARCHIVED_AT = Column.ofLong("archived_at");
    public static final Column<Long> THREAD_ID = Column.ofLong("thread_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<List<Long>> APPLIED_TAGS = Column.ofLongList("applied_tags");
    public static final Column<Long> LAST_MESSAGE_ID = Column.ofLong("last_message_id");

    public static final Table TABLE = Table.named("archived_thread_lists")
            .partition(CHANNEL_ID, KIND)
            .descending(ARCHIVED_AT, THREAD_ID)
            .columns(GUILD_ID, NAME, APPLIED_TAGS, LAST_MESSAGE_ID)
            .build();

    private ArchivedThreadLists() {}
}
