package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Templates of guilds by code. The content is the guild as it was when it was last looked at, as answers show it, in JSON. */
public final class GuildTemplates {
    public static final Column<String> CODE = Column.ofText("code");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> DESCRIPTION = Column.ofText("description");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");
    public static final Column<Long> UPDATED_AT = Column.ofLong("updated_at");
    public static final Column<String> CONTENT = Column.ofText("content");

    public static final Table TABLE = Table.named("guild_templates")
            .partition(CODE)
            .columns(GUILD_ID, NAME, DESCRIPTION, CREATOR_ID, CREATED_AT, UPDATED_AT, CONTENT)
            .required(CONTENT)
            .build();

    private GuildTemplates() {}
}
