package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What is going to happen in a guild, and the last things that did. Of what recurs a row says when it is next; recurrence and exceptions
 * are JSON. Times are ms since 1970.
 */
public final class ScheduledEvents {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> EVENT_ID = Column.ofLong("event_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> DESCRIPTION = Column.ofText("description");
    public static final Column<String> IMAGE = Column.ofPicture("image");
    public static final Column<Long> START_AT = Column.ofLong("start_at");
    public static final Column<Long> END_AT = Column.ofLong("end_at");
    public static final Column<Long> STATUS = Column.ofLong("status");
    public static final Column<Long> ENTITY_TYPE = Column.ofLong("entity_type");
    public static final Column<Long> ENTITY_ID = Column.ofLong("entity_id");
    public static final Column<String> LOCATION = Column.ofText("location");
    public static final Column<String> RECURRENCE = Column.ofText("recurrence");
    public static final Column<String> EXCEPTIONS = Column.ofText("exceptions");
    public static final Column<Long> USER_COUNT = Column.ofLong("user_count");

    public static final Table TABLE = Table.named("scheduled_events")
            .partition(GUILD_ID)
            .ascending(EVENT_ID)
            .columns(
                    CHANNEL_ID,
                    CREATOR_ID,
                    NAME,
                    DESCRIPTION,
                    IMAGE,
                    START_AT,
                    END_AT,
                    STATUS,
                    ENTITY_TYPE,
                    ENTITY_ID,
                    LOCATION,
                    RECURRENCE,
                    EXCEPTIONS,
                    USER_COUNT)
            .required(NAME)
            .build();

    private ScheduledEvents() {}
}
