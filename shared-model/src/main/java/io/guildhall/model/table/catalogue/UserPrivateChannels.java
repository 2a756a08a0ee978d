package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The private channels that a user has. */
public final class UserPrivateChannels {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> RECIPIENT_ID = Column.ofLong("recipient_id");
    public static final Column<Boolean> OPEN = Column.ofBoolean("open");

    public static final Table TABLE = Table.named("user_private_channels")
            .partition(USER_ID)
            .ascending(CHANNEL_ID)
            .columns(RECIPIENT_ID, OPEN)
            .build();

    private UserPrivateChannels() {}
}
