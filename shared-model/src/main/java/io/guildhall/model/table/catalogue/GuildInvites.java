package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The invite codes of a guild. */
public final class GuildInvites {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> CODE = Column.ofText("code");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");

    public static final Table TABLE = Table.named("guild_invites")
            .partition(GUILD_ID)
            .ascending(CODE)
            .columns(CHANNEL_ID)
            .build();

    private GuildInvites() {}
}
