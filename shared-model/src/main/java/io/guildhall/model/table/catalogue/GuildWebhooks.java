package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The webhooks of each guild and the channels that they write to; {@link Webhooks} says the rest. */
public final class GuildWebhooks {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> WEBHOOK_ID = Column.ofLong("webhook_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");

    public static final Table TABLE = Table.named("guild_webhooks")
            .partition(GUILD_ID)
            .ascending(WEBHOOK_ID)
            .columns(CHANNEL_ID)
            .required(CHANNEL_ID)
            .build();

    private GuildWebhooks() {}
}
