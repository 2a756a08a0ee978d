package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Applications that people have for themselves, wherever they are, as guilds have theirs by their bots. */
public final class UserApplications {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** In ms since 1970. */
    public static final Column<Long> INSTALLED_AT = Column.ofLong("installed_at");

    public static final Table TABLE = Table.named("user_applications")
            .partition(USER_ID)
            .ascending(APPLICATION_ID)
            .columns(INSTALLED_AT)
            .required(INSTALLED_AT)
            .build();

    private UserApplications() {}
}
