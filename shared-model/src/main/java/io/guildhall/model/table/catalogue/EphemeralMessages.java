package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * Messages that one person sees, kept for a day so that they can be changed and their components used. Message is a row of
 * {@link Messages} in the form in which rows travel.
 */
public final class EphemeralMessages {
    /** How long one lasts after it was sent or last changed. */
    public static final Duration LIFETIME = Duration.ofDays(1);

    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> MESSAGE_ID = Column.ofLong("message_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<ByteString> MESSAGE = Column.ofBlob("message");

    public static final Table TABLE = Table.named("ephemeral_messages")
            .partition(CHANNEL_ID, MESSAGE_ID)
            .columns(USER_ID, MESSAGE)
            .timeToLive(LIFETIME)
            .build();

    private EphemeralMessages() {}
}
