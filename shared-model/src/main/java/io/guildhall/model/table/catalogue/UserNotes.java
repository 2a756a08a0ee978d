package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** What people note about others, for their own eyes. */
public final class UserNotes {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> OTHER_ID = Column.ofLong("other_id");
    public static final Column<String> NOTE = Column.ofText("note");

    public static final Table TABLE = Table.named("user_notes")
            .partition(USER_ID)
            .ascending(OTHER_ID)
            .columns(NOTE)
            .required(NOTE)
            .build();

    private UserNotes() {}
}
