package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What a person wants to be told of each guild, as the JSON object that the person's clients see; guild 0 stands for all private channels. A guild
 * without a row is as by default.
 */
public final class NotificationSettings {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> SETTINGS = Column.ofText("settings");

    public static final Table TABLE = Table.named("notification_settings")
            .partition(USER_ID)
            .ascending(GUILD_ID)
            .columns(SETTINGS)
            .build();

    private NotificationSettings() {}
}
