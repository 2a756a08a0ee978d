package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Who is interested in a scheduled event; exception 0 stands for all of what recurs, another for the one time that it is about. */
public final class ScheduledEventUsers {
    public static final Column<Long> EVENT_ID = Column.ofLong("event_id");
    public static final Column<Long> EXCEPTION_ID = Column.ofLong("exception_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> SINCE = Column.ofLong("since");

    public static final Table TABLE = Table.named("scheduled_event_users")
            .partition(EVENT_ID, EXCEPTION_ID)
            .ascending(USER_ID)
            .columns(SINCE)
            .required(SINCE)
            .build();

    private ScheduledEventUsers() {}
}
