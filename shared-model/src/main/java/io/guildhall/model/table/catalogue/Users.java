package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Accounts of people and bots: what others may see of them, and what only they may see. */
public final class Users {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<String> USERNAME = Column.ofText("username");
    public static final Column<String> DISCRIMINATOR = Column.ofText("discriminator");
    public static final Column<String> GLOBAL_NAME = Column.ofText("global_name");
    public static final Column<String> AVATAR = Column.ofPicture("avatar");
    public static final Column<String> BANNER = Column.ofPicture("banner");
    public static final Column<Long> ACCENT_COLOR = Column.ofLong("accent_color");
    public static final Column<Boolean> BOT = Column.ofBoolean("bot");
    public static final Column<Boolean> SYSTEM = Column.ofBoolean("system");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<Long> PUBLIC_FLAGS = Column.ofLong("public_flags");
    public static final Column<String> LOCALE = Column.ofText("locale");
    public static final Column<String> EMAIL = Column.ofText("email");
    public static final Column<Boolean> VERIFIED = Column.ofBoolean("verified");
    public static final Column<Boolean> MFA_ENABLED = Column.ofBoolean("mfa_enabled");
    public static final Column<String> BIO = Column.ofText("bio");
    public static final Column<Boolean> DELETED = Column.ofBoolean("deleted");
    /** When the user had a session for the last time, in ms since 1970; to within a day. */
    public static final Column<Long> LAST_SEEN = Column.ofLong("last_seen");
    /** To how many groups of people the user belongs, as the user's own actor counts them. */
    public static final Column<Long> GROUP_COUNT = Column.ofLong("group_count");

    /** Whoever administers the instance keeps the account from being used. */
    public static final Column<Boolean> DISABLED = Column.ofBoolean("disabled");

    /** The account's own person does not want to use it, until they log in again. */
    public static final Column<Boolean> PAUSED = Column.ofBoolean("paused");

    public static final Table TABLE = Table.named("users")
            .partition(USER_ID)
            .columns(
                    USERNAME,
                    DISCRIMINATOR,
                    GLOBAL_NAME,
                    AVATAR,
                    BANNER,
                    ACCENT_COLOR,
                    BOT,
                    SYSTEM,
                    FLAGS,
                    PUBLIC_FLAGS,
                    LOCALE,
                    EMAIL,
                    VERIFIED,
                    MFA_ENABLED,
                    BIO,
                    DELETED,
                    LAST_SEEN,
                    GROUP_COUNT,
                    DISABLED,
                    PAUSED)
            .build();

    private Users() {}
}
