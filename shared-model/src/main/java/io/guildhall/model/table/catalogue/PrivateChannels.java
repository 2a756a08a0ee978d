package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/** Private channels. recipients holds every participant. */
public final class PrivateChannels {
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<List<Long>> RECIPIENTS = Column.ofLongList("recipients");
    public static final Column<Long> LAST_MESSAGE_ID = Column.ofLong("last_message_id");
    public static final Column<Long> LAST_PIN_AT = Column.ofLong("last_pin_at");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> ICON = Column.ofPicture("icon");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");

    public static final Table TABLE = Table.named("private_channels")
            .partition(CHANNEL_ID)
            .columns(TYPE, RECIPIENTS, LAST_MESSAGE_ID, LAST_PIN_AT, NAME, ICON, OWNER_ID)
            .build();

    private PrivateChannels() {}
}
