package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Where the request of each applicant to a guild stands, and lies in {@link JoinRequests}. */
public final class JoinApplicants {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> REQUEST_ID = Column.ofLong("request_id");
    public static final Column<String> STATUS = Column.ofText("status");
    public static final Column<Long> PLACE = Column.ofLong("place");

    /** True for who is no member meanwhile. */
    public static final Column<Boolean> OUTSIDE = Column.ofBoolean("outside");

    public static final Table TABLE = Table.named("join_applicants")
            .partition(GUILD_ID)
            .ascending(USER_ID)
            .columns(REQUEST_ID, STATUS, PLACE, OUTSIDE)
            .required(REQUEST_ID)
            .build();

    private JoinApplicants() {}
}
