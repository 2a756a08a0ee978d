package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * How far the reader of each lane of an actor's log has come: it has everything up to the position (epoch, sequence). The
 * parts from first_part to last_part may hold more; when last_part is before first_part nothing waits. since is the time in
 * ms since 1970 before which nothing that waits was written, slot where the actor stands in {@link ActorBacklogs} meanwhile.
 */
public final class ActorCursors {
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> LANE = Column.ofLong("lane");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<Long> SEQUENCE = Column.ofLong("sequence");
    public static final Column<Long> FIRST_PART = Column.ofLong("first_part");
    public static final Column<Long> LAST_PART = Column.ofLong("last_part");
    public static final Column<Long> SINCE = Column.ofLong("since");
    public static final Column<Long> SLOT = Column.ofLong("slot");

    public static final Table TABLE = Table.named("actor_cursors")
            .partition(KIND, ACTOR_ID)
            .ascending(LANE)
            .columns(EPOCH, SEQUENCE, FIRST_PART, LAST_PART, SINCE, SLOT)
            .build();

    private ActorCursors() {}
}
