package io.guildhall.model.table.catalogue;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What happens to the instance as a whole, newest first: what its administrators do, and what people report. JSON. */
public final class InstanceJournal {
    /** Reports that nobody has settled yet, however old. */
    public static final String OPEN_REPORTS = "reports";

    private static final String SETTLED_REPORTS = "reports settled ";
    private static final String AUDIT = "audit ";

    public static final Column<String> LIST = Column.ofText("list");
    public static final Column<Long> ENTRY_ID = Column.ofLong("entry_id");
    public static final Column<String> ENTRY = Column.ofText("entry");

    public static final Table TABLE = Table.named("instance_journal")
            .partition(LIST)
            .descending(ENTRY_ID)
            .columns(ENTRY)
            .required(ENTRY)
            .build();

    private InstanceJournal() {}

    /** What administrators did in a month. */
    public static String audit(YearMonth month) {
        return AUDIT + month;
    }

    /** Reports that came in a month and are settled. */
    public static String settledReports(YearMonth month) {
        return SETTLED_REPORTS + month;
    }

    /** The month in which an entry was made. */
    public static YearMonth month(long entryId) {
        return YearMonth.from(Instant.ofEpochMilli(Snowflake.timestamp(entryId)).atOffset(ZoneOffset.UTC));
    }
}
