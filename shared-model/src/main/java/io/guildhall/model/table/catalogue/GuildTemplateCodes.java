package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The code of the template that a guild has. */
public final class GuildTemplateCodes {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> CODE = Column.ofText("code");

    public static final Table TABLE = Table.named("guild_template_codes")
            .partition(GUILD_ID)
            .columns(CODE)
            .required(CODE)
            .build();

    private GuildTemplateCodes() {}
}
