package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/** Messages created with enforce_nonce, for the time in which a repeat returns the first. */
public final class MessageNonces {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> AUTHOR_ID = Column.ofLong("author_id");
    public static final Column<String> NONCE = Column.ofText("nonce");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");

    public static final Table TABLE = Table.named("message_nonces")
            .partition(CHANNEL_ID, AUTHOR_ID, NONCE)
            .columns(MESSAGE_ID)
            .timeToLive(Duration.ofMinutes(5))
            .build();

    private MessageNonces() {}
}
