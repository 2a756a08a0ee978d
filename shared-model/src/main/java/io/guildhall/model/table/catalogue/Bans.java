package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** A guild's bans, spread like its members. */
public final class Bans {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> SLICE = Column.ofLong("slice");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<String> REASON = Column.ofText("reason");
    public static final Column<Long> BANNED_BY = Column.ofLong("banned_by");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");

    public static final Table TABLE = Table.named("bans")
            .partition(GUILD_ID, SLICE)
            .ascending(USER_ID)
            .columns(REASON, BANNED_BY, CREATED_AT)
            .build();

    private Bans() {}
}
