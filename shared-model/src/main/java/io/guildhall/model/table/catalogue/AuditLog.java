package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/** A guild's audit log, newest first, in ten-day buckets like messages. changes and options are JSON. */
public final class AuditLog {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> ENTRY_ID = Column.ofLong("entry_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> TARGET_ID = Column.ofLong("target_id");
    public static final Column<Long> ACTION_TYPE = Column.ofLong("action_type");
    public static final Column<String> CHANGES = Column.ofText("changes");
    public static final Column<String> OPTIONS = Column.ofText("options");
    public static final Column<String> REASON = Column.ofText("reason");

    public static final Table TABLE = Table.named("audit_log")
            .partition(GUILD_ID, BUCKET)
            .descending(ENTRY_ID)
            .columns(USER_ID, TARGET_ID, ACTION_TYPE, CHANGES, OPTIONS, REASON)
            .timeToLive(Duration.ofDays(45))
            .access(Table.Access.TIME_SERIES)
            .build();

    private AuditLog() {}
}
