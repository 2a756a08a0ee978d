package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** What a guild shows to those who come, one document of JSON for each kind. */
public final class GuildPages {
    public static final String WELCOME_SCREEN = "welcome_screen";
    public static final String ONBOARDING = "onboarding";
    public static final String NEWCOMER_GUIDE = "newcomer_guide";
    public static final String MEMBER_VERIFICATION = "member_verification";

    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<String> KIND = Column.ofText("kind");
    public static final Column<String> CONTENT = Column.ofText("content");

    public static final Table TABLE = Table.named("guild_pages")
            .partition(GUILD_ID)
            .ascending(KIND)
            .columns(CONTENT)
            .required(CONTENT)
            .build();

    private GuildPages() {}
}
