package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The archived private threads of a channel that a user is in, newest first. */
public final class JoinedArchivedThreads {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> THREAD_ID = Column.ofLong("thread_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");

    public static final Table TABLE = Table.named("joined_archived_threads")
            .partition(CHANNEL_ID, USER_ID)
            .descending(THREAD_ID)
            .columns(GUILD_ID)
            .build();

    private JoinedArchivedThreads() {}
}
