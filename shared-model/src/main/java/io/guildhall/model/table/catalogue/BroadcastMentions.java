package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;
import java.util.List;

/**
 * Messages of a guild that mention many at once: everyone, or the bearers of roles. Nobody's count is raised by one; whoever begins a session has
 * those counted that are above what was read. Users are those whom the message mentions by name as well, who have it in their own count. bucket is
 * {@link MessageBucket}.
 */
public final class BroadcastMentions {
    /** Older ones count for nobody any more: two buckets. */
    public static final Duration KEPT = Duration.ofDays(20);

    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> AUTHOR_ID = Column.ofLong("author_id");
    public static final Column<Boolean> EVERYONE = Column.ofBoolean("everyone");
    public static final Column<List<Long>> ROLES = Column.ofLongList("roles");
    public static final Column<List<Long>> USERS = Column.ofLongList("users");

    public static final Table TABLE = Table.named("broadcast_mentions")
            .partition(GUILD_ID, BUCKET)
            .descending(MESSAGE_ID)
            .columns(CHANNEL_ID, AUTHOR_ID, EVERYONE, ROLES, USERS)
            .timeToLive(KEPT)
            .access(Table.Access.TIME_SERIES)
            .required(CHANNEL_ID)
            .build();

    private BroadcastMentions() {}
}
