package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * The actors whose logs hold what a reader does not have yet, so that it arrives although nobody uses the actor. A row is
 * written with the first such entry, into the slot of that time, and goes when the reader has everything. Slots keep the
 * traces of deleted rows from piling up in one partition; {@link BacklogSlots} says which there are.
 */
public final class ActorBacklogs {
    /** Into how many partitions the actors of one slot are divided, and with them the work. */
    public static final int SHARDS = 16;

    private static final long SLOT_MILLIS = Duration.ofMinutes(10).toMillis();

    public static final Column<Long> SLOT = Column.ofLong("slot");
    public static final Column<Long> SHARD = Column.ofLong("shard");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> ACTOR_ID = Column.ofLong("actor_id");
    public static final Column<Long> LANE = Column.ofLong("lane");
    public static final Column<Long> MARKED_AT = Column.ofLong("marked_at");

    public static final Table TABLE = Table.named("actor_backlogs")
            .partition(SLOT, SHARD)
            .ascending(KIND, ACTOR_ID, LANE)
            .columns(MARKED_AT)
            .timeToLive(ActorLog.LIFETIME.multipliedBy(2))
            .build();

    private ActorBacklogs() {}

    /** 0 to {@link #SHARDS} - 1. */
    public static long shard(long actorId) {
        return Math.floorMod(Long.hashCode(actorId * 0x9E3779B97F4A7C15L), SHARDS);
    }

    /** The slot of a time in ms since 1970: ten minutes. */
    public static long slot(long millis) {
        return Math.floorDiv(millis, SLOT_MILLIS);
    }
}
