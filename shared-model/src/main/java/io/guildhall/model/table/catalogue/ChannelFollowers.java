package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The webhooks that write what a channel publishes, and the guilds in which they do. */
public final class ChannelFollowers {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> WEBHOOK_ID = Column.ofLong("webhook_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");

    public static final Table TABLE = Table.named("channel_followers")
            .partition(CHANNEL_ID)
            .ascending(WEBHOOK_ID)
            .columns(GUILD_ID)
            .build();

    private ChannelFollowers() {}
}
