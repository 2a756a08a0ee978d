package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

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
    /** When the user last looked at the channel, in days since 2015. */
    public static final Column<Long> LAST_VIEWED = Column.ofLong("last_viewed");
    /** The messages above the last one seen that mention the user, each counted once; the count beside them is of others. */
    public static final Column<List<Long>> MENTIONS = Column.ofLongList("mentions");
    /** What is not above this id is in the count already, though the user has not seen it: the user's client said how many. */
    public static final Column<Long> COUNTED_TO = Column.ofLong("counted_to");

    public static final Table TABLE = Table.named("read_states")
            .partition(USER_ID)
            .ascending(CHANNEL_ID)
            .columns(
                    LAST_MESSAGE_ID,
                    MENTION_COUNT,
                    LAST_PIN_TIMESTAMP,
                    FLAGS,
                    UPDATED_AT,
                    LAST_VIEWED,
                    MENTIONS,
                    COUNTED_TO)
            .build();

    private ReadStates() {}
}
