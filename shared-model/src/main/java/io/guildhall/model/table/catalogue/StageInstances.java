package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The stages of a guild on which something goes on. */
public final class StageInstances {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> INSTANCE_ID = Column.ofLong("instance_id");
    public static final Column<String> TOPIC = Column.ofText("topic");
    public static final Column<Long> PRIVACY_LEVEL = Column.ofLong("privacy_level");
    public static final Column<Long> EVENT_ID = Column.ofLong("event_id");

    public static final Table TABLE = Table.named("stage_instances")
            .partition(GUILD_ID)
            .ascending(CHANNEL_ID)
            .columns(INSTANCE_ID, TOPIC, PRIVACY_LEVEL, EVENT_ID)
            .required(INSTANCE_ID)
            .build();

    private StageInstances() {}
}
