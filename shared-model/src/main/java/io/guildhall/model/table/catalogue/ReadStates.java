package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * How far a user has read each channel: the last message seen, how often the user was mentioned since, and the last pin
 * seen. last_pin_timestamp and updated_at are ms since 1970. One row for each channel that the user ever opened, all in
 * one partition, because a session needs all of them at its start.
 */
public final class ReadStates {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> LAST_MESSAGE_ID = Column.ofLong("last_message_id");
    public static final Column<Long> MENTION_COUNT = Column.ofLong("mention_count");
    public static final Column<Long> LAST_PIN_TIMESTAMP = Column.ofLong("last_pin_timestamp");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<Long> UPDATED_AT = Column.ofLong("updated_at");

    public static final Table TABLE = Table.named("read_states")
            .partition(USER_ID)
            .ascending(CHANNEL_ID)
            .columns(LAST_MESSAGE_ID, MENTION_COUNT, LAST_PIN_TIMESTAMP, FLAGS, UPDATED_AT)
            .build();

    private ReadStates() {}
}
