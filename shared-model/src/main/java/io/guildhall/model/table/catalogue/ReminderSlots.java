package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The slots of {@link Reminders} that may hold rows. There is one partition, all = 0. */
public final class ReminderSlots {
    public static final long ALL_SLOTS = 0;

    public static final Column<Long> ALL = Column.ofLong("all");
    public static final Column<Long> SLOT = Column.ofLong("slot");
    public static final Column<Long> ANNOUNCED_AT = Column.ofLong("announced_at");

    public static final Table TABLE = Table.named("reminder_slots")
            .partition(ALL)
            .ascending(SLOT)
            .columns(ANNOUNCED_AT)
            .timeToLive(Reminders.LIFETIME)
            .build();

    private ReminderSlots() {}
}
