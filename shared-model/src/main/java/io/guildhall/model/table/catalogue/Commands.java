package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Application commands; guild_id 0 holds the global ones. definition is the command as JSON. */
public final class Commands {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> COMMAND_ID = Column.ofLong("command_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> VERSION = Column.ofLong("version");
    public static final Column<String> DEFINITION = Column.ofText("definition");

    public static final Table TABLE = Table.named("commands")
            .partition(APPLICATION_ID, GUILD_ID)
            .ascending(COMMAND_ID)
            .columns(TYPE, NAME, VERSION, DEFINITION)
            .build();

    private Commands() {}
}
