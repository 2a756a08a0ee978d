package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** What people answered who want to join guilds that look at each of them. Those who wait stay; what was decided goes after a while. */
public final class JoinRequests {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");

    /** As answers name it, such as {@code SUBMITTED}. */
    public static final Column<String> STATUS = Column.ofText("status");

    /** The request's id; once it was decided, a snowflake of that time. */
    public static final Column<Long> PLACE = Column.ofLong("place");

    public static final Column<Long> REQUEST_ID = Column.ofLong("request_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");

    /** The fields of the form with the answers, as JSON. */
    public static final Column<String> RESPONSES = Column.ofText("responses");

    public static final Column<String> REJECTION_REASON = Column.ofText("rejection_reason");
    public static final Column<Long> ACTIONED_BY = Column.ofLong("actioned_by");

    public static final Table TABLE = Table.named("join_requests")
            .partition(GUILD_ID, STATUS)
            .descending(PLACE)
            .columns(REQUEST_ID, USER_ID, RESPONSES, REJECTION_REASON, ACTIONED_BY)
            .required(USER_ID)
            .build();

    private JoinRequests() {}
}
