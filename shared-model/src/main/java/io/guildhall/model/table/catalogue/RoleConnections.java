package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** What applications told of people who let them: one row for each person and application. */
public final class RoleConnections {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<String> PLATFORM_NAME = Column.ofText("platform_name");
    public static final Column<String> PLATFORM_USERNAME = Column.ofText("platform_username");
    /** A JSON object of texts, by the keys that the application declared. */
    public static final Column<String> METADATA = Column.ofText("metadata");

    public static final Table TABLE = Table.named("role_connections")
            .partition(USER_ID)
            .ascending(APPLICATION_ID)
            .columns(PLATFORM_NAME, PLATFORM_USERNAME, METADATA)
            .build();

    private RoleConnections() {}
}
