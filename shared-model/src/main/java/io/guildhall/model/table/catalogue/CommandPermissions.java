package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * For whom and where a guild allows and forbids the commands of an application, written by the guild's owner. The command with the
 * application's own id stands for all that have no row of their own. grants is a JSON list, as answers show it; there is no row
 * without any.
 */
public final class CommandPermissions {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> COMMAND_ID = Column.ofLong("command_id");
    public static final Column<String> GRANTS = Column.ofText("grants");

    public static final Table TABLE = Table.named("command_permissions")
            .partition(GUILD_ID, APPLICATION_ID)
            .ascending(COMMAND_ID)
            .columns(GRANTS)
            .build();

    private CommandPermissions() {}
}
