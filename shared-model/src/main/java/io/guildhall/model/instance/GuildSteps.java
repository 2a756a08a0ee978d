package io.guildhall.model.instance;

/** What whoever looks after the instance has a guild's owner do. */
public final class GuildSteps {
    /** The guild is kept from being used, or is not any more. */
    public static final String SUSPEND = "guildSuspended";

    public static final String SUSPENDED = "suspended";

    /** The guild goes to another of its members. */
    public static final String TRANSFER = "guildTransferred";

    public static final String OWNER_ID = "owner_id";
    public static final String REASON = "reason";

    private GuildSteps() {}
}
