package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The applications of a person. */
public final class ApplicationsByOwner {
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");

    public static final Table TABLE = Table.named("applications_by_owner")
            .partition(OWNER_ID)
            .ascending(APPLICATION_ID)
            .columns(CREATED_AT)
            .build();

    private ApplicationsByOwner() {}
}
