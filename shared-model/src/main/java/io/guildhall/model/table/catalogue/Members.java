package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/** A guild's members, spread over MemberSlice.COUNT partitions. username and global_name are copies for search. */
public final class Members {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> SLICE = Column.ofLong("slice");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<String> NICK = Column.ofText("nick");
    public static final Column<String> AVATAR = Column.ofPicture("avatar");
    public static final Column<String> BANNER = Column.ofPicture("banner");
    public static final Column<List<Long>> ROLES = Column.ofLongList("roles");
    public static final Column<Long> JOINED_AT = Column.ofLong("joined_at");
    public static final Column<Long> PREMIUM_SINCE = Column.ofLong("premium_since");
    public static final Column<Boolean> DEAF = Column.ofBoolean("deaf");
    public static final Column<Boolean> MUTE = Column.ofBoolean("mute");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<Boolean> PENDING = Column.ofBoolean("pending");
    public static final Column<Long> COMMUNICATION_DISABLED_UNTIL = Column.ofLong("communication_disabled_until");
    public static final Column<Boolean> BOT = Column.ofBoolean("bot");
    public static final Column<String> USERNAME = Column.ofText("username");
    public static final Column<String> GLOBAL_NAME = Column.ofText("global_name");
    /** The whole public profile as JSON, so that a guild needs no read per member. */
    public static final Column<ByteString> PROFILE = Column.ofJson("profile");

    /** True for who goes again with the last session, unless a role is given before. */
    public static final Column<Boolean> TEMPORARY = Column.ofBoolean("temporary");

    /** What the member says of itself in this guild. */
    public static final Column<String> BIO = Column.ofText("bio");

    public static final Table TABLE = Table.named("members")
            .partition(GUILD_ID, SLICE)
            .ascending(USER_ID)
            .columns(
                    NICK,
                    AVATAR,
                    BANNER,
                    ROLES,
                    JOINED_AT,
                    PREMIUM_SINCE,
                    DEAF,
                    MUTE,
                    FLAGS,
                    PENDING,
                    COMMUNICATION_DISABLED_UNTIL,
                    BOT,
                    USERNAME,
                    GLOBAL_NAME,
                    PROFILE,
                    TEMPORARY,
                    BIO)
            .build();

    private Members() {}
}
