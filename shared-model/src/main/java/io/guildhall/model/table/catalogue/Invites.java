package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/** Invites by code; vanity URLs are in lower case. expires_at is 0 for never, max_uses 0 for no limit. */
public final class Invites {
    public static final Column<String> CODE = Column.ofText("code");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> INVITER_ID = Column.ofLong("inviter_id");
    public static final Column<Long> MAX_AGE = Column.ofLong("max_age");
    public static final Column<Long> MAX_USES = Column.ofLong("max_uses");
    public static final Column<Long> USES = Column.ofLong("uses");
    public static final Column<Boolean> TEMPORARY = Column.ofBoolean("temporary");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");
    public static final Column<Long> EXPIRES_AT = Column.ofLong("expires_at");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<Long> TARGET_TYPE = Column.ofLong("target_type");
    public static final Column<Long> TARGET_USER_ID = Column.ofLong("target_user_id");
    public static final Column<Long> TARGET_APPLICATION_ID = Column.ofLong("target_application_id");

    /** The row of a guild's vanity URL: with the guild, its uses and when it was chosen, and nothing else. */
    public static final Column<Boolean> VANITY = Column.ofBoolean("vanity");

    /** Whether there is a row of {@link InviteTargets}. */
    public static final Column<Boolean> TARGETED = Column.ofBoolean("targeted");

    /** The roles that whoever comes by it is given; absent for none. */
    public static final Column<List<Long>> ROLE_IDS = Column.ofLongList("role_ids");

    public static final Table TABLE = Table.named("invites")
            .partition(CODE)
            .columns(
                    GUILD_ID,
                    CHANNEL_ID,
                    INVITER_ID,
                    MAX_AGE,
                    MAX_USES,
                    USES,
                    TEMPORARY,
                    CREATED_AT,
                    EXPIRES_AT,
                    TYPE,
                    TARGET_TYPE,
                    TARGET_USER_ID,
                    TARGET_APPLICATION_ID,
                    VANITY,
                    TARGETED,
                    ROLE_IDS)
            .build();

    private Invites() {}
}
