package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Who reacted to a message with what. emoji is the custom emoji's id or the unicode text; kind is 0 for normal, 1
 * for burst. Each emoji has a partition of its own, so that a million people may react with the same one; which emojis
 * there are stands in the message's own row.
 */
public final class Reactions {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<String> EMOJI = Column.ofText("emoji");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");

    public static final Table TABLE = Table.named("reactions")
            .partition(CHANNEL_ID, MESSAGE_ID, EMOJI)
            .ascending(KIND, USER_ID)
            .columns(CREATED_AT)
            .build();

    private Reactions() {}
}
