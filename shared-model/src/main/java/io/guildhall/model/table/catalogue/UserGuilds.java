package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The guilds a user is a member of; written by each guild's owner together with the member. */
public final class UserGuilds {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> JOINED_AT = Column.ofLong("joined_at");

    public static final Table TABLE = Table.named("user_guilds")
            .partition(USER_ID)
            .ascending(GUILD_ID)
            .columns(JOINED_AT)
            .build();

    private UserGuilds() {}
}
