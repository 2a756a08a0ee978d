package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/** Of what each device was told, so that it is told of nothing twice. */
public final class PushDeliveries {
    /** Longer than a fact waits for its reader. */
    static final Duration LIFETIME = Duration.ofDays(8);

    public static final Column<Long> DEVICE_ID = Column.ofLong("device_id");
    /** The message, or what else it was told of. */
    public static final Column<Long> SUBJECT_ID = Column.ofLong("subject_id");

    /** Random (once the time that it is named after), and so other than that of any other claim: who finds what it wrote itself was the first. */
    public static final Column<Long> TOLD_AT = Column.ofLong("told_at");

    public static final Table TABLE = Table.named("push_deliveries")
            .partition(DEVICE_ID)
            .ascending(SUBJECT_ID)
            .columns(TOLD_AT)
            .timeToLive(LIFETIME)
            .build();

    private PushDeliveries() {}
}
