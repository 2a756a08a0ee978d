package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * The events of an actor's log, written with the changes that they tell of, so that the next owner can give sessions what
 * the last one could not. They lie apart from the rest of the log because there are many and they are soon of no use. entry
 * is a LogEntry as protobuf.
 */
public final class ActorEvents {
    /** How long an event can be read. */
    public static final Duration LIFETIME = Duration.ofMinutes(2);

    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> SLOT = Column.ofLong("slot");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<Long> SEQUENCE = Column.ofLong("sequence");
    public static final Column<ByteString> ENTRY = Column.ofBlob("entry");

    public static final Table TABLE = Table.named("actor_events")
            .partition(KIND, ACTOR_ID, SLOT)
            .ascending(EPOCH, SEQUENCE)
            .columns(ENTRY)
            .timeToLive(LIFETIME)
            .access(Table.Access.TIME_SERIES)
            .build();

    private ActorEvents() {}

    /** The partition of what is written at a time, in ms since 1970: one for every two minutes. */
    public static long slot(long millis) {
        return Math.floorDiv(millis, LIFETIME.toMillis());
    }
}
