package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * What actors are to do at a certain time, be it that nobody uses them then. A row is written with what it belongs to and goes when the
 * actor has heard of it. Slots keep the traces of deleted rows from piling up in one partition; {@link ReminderSlots} says which there
 * are. due_at is in ms since 1970; body is JSON.
 */
public final class Reminders {
    /** Into how many partitions the reminders of one slot are divided, and with them the work. */
    public static final int SHARDS = 8;

    /** Longer than anything is put off, by as much as a cluster may stand still. */
    static final Duration LIFETIME = Duration.ofDays(90);

    private static final long SLOT_MILLIS = Duration.ofHours(1).toMillis();

    public static final Column<Long> SLOT = Column.ofLong("slot");
    public static final Column<Long> SHARD = Column.ofLong("shard");
    public static final Column<Long> DUE_AT = Column.ofLong("due_at");
    public static final Column<Long> REMINDER_ID = Column.ofLong("reminder_id");
    public static final Column<Long> ACTOR_KIND = Column.ofLong("actor_kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<String> STEP = Column.ofText("step");
    public static final Column<String> BODY = Column.ofText("body");

    public static final Table TABLE = Table.named("reminders")
            .partition(SLOT, SHARD)
            .ascending(DUE_AT, REMINDER_ID)
            .columns(ACTOR_KIND, ACTOR_ID, STEP, BODY)
            .timeToLive(LIFETIME)
            .build();

    private Reminders() {}

    /** 0 to {@link #SHARDS} - 1. */
    public static long shard(long reminderId) {
        return Math.floorMod(Long.hashCode(reminderId * 0x9E3779B97F4A7C15L), SHARDS);
    }

    /** The slot of a time in ms since 1970: an hour. */
    public static long slot(long millis) {
        return Math.floorDiv(millis, SLOT_MILLIS);
    }
}
