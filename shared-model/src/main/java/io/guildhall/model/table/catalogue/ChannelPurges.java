package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Deleted channels whose messages are still to be removed. A row is written with the deletion itself and goes when nothing
 * of the channel is left. requested_at is in ms since 1970 by the clock of the node that deleted the channel.
 */
public final class ChannelPurges {
    /** Into how many partitions the channels are divided, and with them the work. */
    public static final int SHARDS = 16;

    public static final Column<Long> SHARD = Column.ofLong("shard");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> REQUESTED_AT = Column.ofLong("requested_at");

    public static final Table TABLE = Table.named("channel_purges")
            .partition(SHARD)
            .ascending(CHANNEL_ID)
            .columns(GUILD_ID, REQUESTED_AT)
            .build();

    private ChannelPurges() {}

    /** 0 to {@link #SHARDS} - 1. */
    public static long shard(long channelId) {
        return Math.floorMod(Long.hashCode(channelId * 0x9E3779B97F4A7C15L), SHARDS);
    }
}
