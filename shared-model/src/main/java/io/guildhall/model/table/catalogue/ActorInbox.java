package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * The last message that an actor handled of each other actor, by its position in that actor's log, written with what the
 * message changed. The owner's columns number what an actor has handled of anybody: its epoch, and how many it had handled in it. The row of
 * no source, kind and id 0, has the number of the last one.
 */
public final class ActorInbox {
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> SOURCE_KIND = Column.ofLong("source_kind");
    public static final Column<Long> SOURCE_ID = Column.ofLong("source_id");
    public static final Column<Long> EPOCH = Column.ofLong("epoch");
    public static final Column<Long> SEQUENCE = Column.ofLong("sequence");
    public static final Column<Long> OWNER_EPOCH = Column.ofLong("owner_epoch");
    public static final Column<Long> OWNER_SEQUENCE = Column.ofLong("owner_sequence");

    /** Longer than a message can wait in a log, so that none comes a second time after it was forgotten. */
    public static final Table TABLE = Table.named("actor_inbox")
            .partition(KIND, ACTOR_ID)
            .ascending(SOURCE_KIND, SOURCE_ID)
            .columns(EPOCH, SEQUENCE, OWNER_EPOCH, OWNER_SEQUENCE)
            .timeToLive(Duration.ofDays(60))
            .build();

    private ActorInbox() {}
}
