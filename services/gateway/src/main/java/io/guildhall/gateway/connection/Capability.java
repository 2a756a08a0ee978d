package io.guildhall.gateway.connection;

/** What a person's client says in IDENTIFY that it understands, a bit for each; only those that change what it is sent. */
enum Capability {
    /** {@code read_state} as an object with its entries. */
    VERSIONED_READ_STATES(2),
    /** {@code user_guild_settings} as an object with its entries. */
    VERSIONED_USER_GUILD_SETTINGS(3);

    private final long bit;

    Capability(int position) {
        this.bit = 1L << position;
    }

    boolean in(long capabilities) {
        return (capabilities & bit) != 0;
    }
}
