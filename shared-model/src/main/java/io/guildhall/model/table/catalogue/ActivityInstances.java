package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;
import java.util.List;

/** The activities that run in a channel, one of each application. Written by the channel's owner; gone a day after the last one came. */
public final class ActivityInstances {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** Of whoever began it: the interaction that the application answered so. */
    public static final Column<Long> LAUNCH_ID = Column.ofLong("launch_id");

    /** Absent in private channels. */
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    /** Who takes part, in the order in which they came. */
    public static final Column<List<Long>> USERS = Column.ofLongList("users");

    public static final Table TABLE = Table.named("activity_instances")
            .partition(CHANNEL_ID)
            .ascending(APPLICATION_ID)
            .columns(LAUNCH_ID, GUILD_ID, USERS)
            .required(LAUNCH_ID)
            .timeToLive(Duration.ofDays(1))
            .build();

    private ActivityInstances() {}
}
