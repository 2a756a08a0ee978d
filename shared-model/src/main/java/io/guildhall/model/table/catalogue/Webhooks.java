package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * The webhooks of guilds' channels. Creator is who made it; application is the bot that made it, to which alone its token is shown.
 * What a follower follows is source, JSON as it was when it began.
 */
public final class Webhooks {
    public static final Column<Long> WEBHOOK_ID = Column.ofLong("webhook_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> AVATAR = Column.ofPicture("avatar");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> SOURCE_CHANNEL_ID = Column.ofLong("source_channel_id");
    public static final Column<String> SOURCE = Column.ofText("source");

    public static final Table TABLE = Table.named("webhooks")
            .partition(WEBHOOK_ID)
            .columns(GUILD_ID, CHANNEL_ID, TYPE, NAME, AVATAR, CREATOR_ID, APPLICATION_ID, SOURCE_CHANNEL_ID, SOURCE)
            .required(CHANNEL_ID)
            .build();

    private Webhooks() {}
}
