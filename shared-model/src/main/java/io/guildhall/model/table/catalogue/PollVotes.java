package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Who voted for an answer of a message's poll. Each answer has a partition of its own, so that a million people may vote for the same one;
 * how many did stands in the message's row.
 */
public final class PollVotes {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<Long> ANSWER_ID = Column.ofLong("answer_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");

    public static final Table TABLE = Table.named("poll_votes")
            .partition(CHANNEL_ID, MESSAGE_ID, ANSWER_ID)
            .ascending(USER_ID)
            .columns(CREATED_AT)
            .build();

    private PollVotes() {}
}
