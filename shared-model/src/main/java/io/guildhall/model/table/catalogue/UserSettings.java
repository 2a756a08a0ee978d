package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** How people's clients are set up: for each of the kinds that clients keep a protobuf message, of which the field knows the schema. */
public final class UserSettings {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<ByteString> SETTINGS = Column.ofBlob("settings");

    public static final Table TABLE = Table.named("user_settings")
            .partition(USER_ID)
            .ascending(TYPE)
            .columns(SETTINGS)
            .build();

    private UserSettings() {}
}
