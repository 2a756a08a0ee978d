package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * Where nodes of earlier releases kept events for the next owner of an actor; {@link ActorEvents} has taken its place. It is
 * still declared because a proxy refuses whole batches that name a table it does not know, and during an upgrade such nodes
 * still write. event is an Event as protobuf.
 */
public final class EventOutbox {
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<Long> SEQUENCE = Column.ofLong("sequence");
    public static final Column<ByteString> EVENT = Column.ofBlob("event");

    public static final Table TABLE = Table.named("event_outbox")
            .partition(KIND, ACTOR_ID)
            .ascending(EPOCH, SEQUENCE)
            .columns(EVENT)
            .timeToLive(Duration.ofMinutes(2))
            .access(Table.Access.TIME_SERIES)
            .build();

    private EventOutbox() {}
}
