package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Which guild a channel belongs to; guild_id 0 is a private channel. A deleted channel has no row. */
public final class ChannelOwners {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> TYPE = Column.ofLong("type");

    public static final Table TABLE = Table.named("channel_owners")
            .partition(CHANNEL_ID)
            .columns(GUILD_ID, TYPE)
            .build();

    private ChannelOwners() {}
}
