package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * What an actor's log holds beside events, until its readers have it: messages to other actors, and facts for search and
 * push. Each lane is read on its own and cut into numbered parts; a part goes, as a whole, once everything in it was read.
 * entry is a LogEntry as protobuf.
 */
public final class ActorLog {
    /** How long an entry waits for its reader at most. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> LANE = Column.ofLong("lane");
    public static final Column<Long> PART = Column.ofLong("part");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<Long> SEQUENCE = Column.ofLong("sequence");
    public static final Column<ByteString> ENTRY = Column.ofBlob("entry");

    public static final Table TABLE = Table.named("actor_log")
            .partition(KIND, ACTOR_ID, LANE, PART)
            .ascending(EPOCH, SEQUENCE)
            .columns(ENTRY)
            .timeToLive(LIFETIME)
            .build();

    private ActorLog() {}
}
