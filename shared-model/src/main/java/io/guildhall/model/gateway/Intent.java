package io.guildhall.model.gateway;

/** What a session asks to be told about, each one bit of the set that IDENTIFY carries. */
public enum Intent {
    GUILDS(0),
    GUILD_MEMBERS(1),
    GUILD_MODERATION(2),
    GUILD_EXPRESSIONS(3),
    GUILD_INTEGRATIONS(4),
    GUILD_WEBHOOKS(5),
    GUILD_INVITES(6),
    GUILD_VOICE_STATES(7),
    GUILD_PRESENCES(8),
    GUILD_MESSAGES(9),
    GUILD_MESSAGE_REACTIONS(10),
    GUILD_MESSAGE_TYPING(11),
    DIRECT_MESSAGES(12),
    DIRECT_MESSAGE_REACTIONS(13),
    DIRECT_MESSAGE_TYPING(14),
    MESSAGE_CONTENT(15),
    GUILD_SCHEDULED_EVENTS(16),
    AUTO_MODERATION_CONFIGURATION(20),
    AUTO_MODERATION_EXECUTION(21),
    GUILD_MESSAGE_POLLS(24),
    DIRECT_MESSAGE_POLLS(25);

    /** Every bit that has a meaning. */
    public static final long ALL = all();

    /** Activities in voice channels, which the documentation leaves out and {@code Intents.ALL} of interactions.py does not. */
    private static final long EMBEDDED_ACTIVITIES = 1L << 17;

    /** What a client may ask for: every bit that has a meaning, and those that have none here. */
    public static final long ACCEPTED = ALL | EMBEDDED_ACTIVITIES;

    /** Those that a bot only gets when its application is allowed them. */
    public static final long PRIVILEGED = GUILD_MEMBERS.mask | GUILD_PRESENCES.mask | MESSAGE_CONTENT.mask;

    private final long mask;

    Intent(int bit) {
        mask = 1L << bit;
    }

    /** The set that holds only this intent. */
    public long bit() {
        return mask;
    }

    public boolean in(long set) {
        return (set & mask) != 0;
    }

    public boolean privileged() {
        return (PRIVILEGED & mask) != 0;
    }

    private static long all() {
        long set = 0;
        for (Intent intent : values()) {
            set |= intent.mask;
        }
        return set;
    }
}
