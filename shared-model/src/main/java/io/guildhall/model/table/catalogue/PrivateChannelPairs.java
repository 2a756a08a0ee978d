package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The one-to-one channel of two users, the lower id first; written only when absent. */
public final class PrivateChannelPairs {
    public static final Column<Long> LOW_USER_ID = Column.ofLong("low_user_id");
    public static final Column<Long> HIGH_USER_ID = Column.ofLong("high_user_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");

    public static final Table TABLE = Table.named("private_channel_pairs")
            .partition(LOW_USER_ID, HIGH_USER_ID)
            .columns(CHANNEL_ID)
            .build();

    private PrivateChannelPairs() {}
}
