package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The roles of a guild; the one with the guild's id is @everyone. permissions is the bit set. */
public final class Roles {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> ROLE_ID = Column.ofLong("role_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> COLOR = Column.ofLong("color");
    public static final Column<Long> SECONDARY_COLOR = Column.ofLong("secondary_color");
    public static final Column<Long> TERTIARY_COLOR = Column.ofLong("tertiary_color");
    public static final Column<Boolean> HOIST = Column.ofBoolean("hoist");
    public static final Column<String> ICON = Column.ofPicture("icon");
    public static final Column<String> UNICODE_EMOJI = Column.ofText("unicode_emoji");
    public static final Column<Long> POSITION = Column.ofLong("position");
    public static final Column<Long> PERMISSIONS = Column.ofLong("permissions");
    public static final Column<Boolean> MANAGED = Column.ofBoolean("managed");
    public static final Column<Boolean> MENTIONABLE = Column.ofBoolean("mentionable");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<String> TAGS = Column.ofText("tags");

    public static final Table TABLE = Table.named("roles")
            .partition(GUILD_ID)
            .ascending(ROLE_ID)
            .columns(
                    NAME,
                    COLOR,
                    SECONDARY_COLOR,
                    TERTIARY_COLOR,
                    HOIST,
                    ICON,
                    UNICODE_EMOJI,
                    POSITION,
                    PERMISSIONS,
                    MANAGED,
                    MENTIONABLE,
                    FLAGS,
                    TAGS)
            .build();

    private Roles() {}
}
