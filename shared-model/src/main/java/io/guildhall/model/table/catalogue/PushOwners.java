package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Who has a device at all, so that of a million who are mentioned only those are looked at. */
public final class PushOwners {
    /** So many, that none is too large: a million people are 16,000 rows in each. */
    public static final int SHARDS = 64;

    public static final Column<Long> SHARD = Column.ofLong("shard");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> SINCE = Column.ofLong("since");

    public static final Table TABLE = Table.named("push_owners")
            .partition(SHARD)
            .ascending(USER_ID)
            .columns(SINCE)
            .required(SINCE)
            .build();

    private PushOwners() {}

    /** Of the bits of an id that say when it was made, since the others are hardly used. */
    public static long shard(long userId) {
        return Math.floorMod(userId >>> 22, SHARDS);
    }
}
