package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Messages of guilds that mention a person by name, and those that the person wants to see no more: of what mentions many ({@link BroadcastMentions})
 * a row says only that. bucket is {@link MessageBucket}.
 */
public final class Mentions {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Boolean> DISMISSED = Column.ofBoolean("dismissed");

    public static final Table TABLE = Table.named("mentions")
            .partition(USER_ID, BUCKET)
            .descending(MESSAGE_ID)
            .columns(CHANNEL_ID, GUILD_ID, DISMISSED)
            .timeToLive(BroadcastMentions.KEPT)
            .access(Table.Access.TIME_SERIES)
            .build();

    private Mentions() {}
}
