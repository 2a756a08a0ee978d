package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/** Time-outs of people who left a guild before they ended, in ms since 1970: they find them again. No time-out is longer. */
public final class KeptTimeOuts {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> UNTIL = Column.ofLong("until");

    public static final Table TABLE = Table.named("kept_time_outs")
            .partition(GUILD_ID, USER_ID)
            .columns(UNTIL)
            .timeToLive(Duration.ofDays(28))
            .build();

    private KeptTimeOuts() {}
}
