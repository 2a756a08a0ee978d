package io.guildhall.model.payload;

/** Flags of accounts, as in {@code public_flags}. */
public final class UserFlag {
    /** The account is there for a game that its holder plays, and for nothing else. */
    public static final long PROVISIONAL_ACCOUNT = 1L << 23;

    private UserFlag() {}
}
