package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/** The rules by which a guild is moderated without people. Metadata and actions are kept as JSON. */
public final class AutoModerationRules {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> RULE_ID = Column.ofLong("rule_id");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> CREATOR_ID = Column.ofLong("creator_id");
    public static final Column<Long> EVENT_TYPE = Column.ofLong("event_type");
    public static final Column<Long> TRIGGER_TYPE = Column.ofLong("trigger_type");
    public static final Column<String> TRIGGER_METADATA = Column.ofText("trigger_metadata");
    public static final Column<String> ACTIONS = Column.ofText("actions");
    public static final Column<Boolean> ENABLED = Column.ofBoolean("enabled");
    public static final Column<List<Long>> EXEMPT_ROLES = Column.ofLongList("exempt_roles");
    public static final Column<List<Long>> EXEMPT_CHANNELS = Column.ofLongList("exempt_channels");

    public static final Table TABLE = Table.named("auto_moderation_rules")
            .partition(GUILD_ID)
            .ascending(RULE_ID)
            .columns(
                    NAME,
                    CREATOR_ID,
                    EVENT_TYPE,
                    TRIGGER_TYPE,
                    TRIGGER_METADATA,
                    ACTIONS,
                    ENABLED,
                    EXEMPT_ROLES,
                    EXEMPT_CHANNELS)
            .required(NAME)
            .build();

    private AutoModerationRules() {}
}
