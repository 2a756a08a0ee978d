package io.guildhall.model.payload;

/** Bits of the field {@code flags} of members, as far as anything depends on them here. */
public final class MemberFlags {
    /** The one that others may set. */
    public static final long BYPASSES_VERIFICATION = 1 << 2;

    /** Discord's AUTOMOD_QUARANTINED_USERNAME: while a name of the member is against a rule, it may only look. */
    public static final long QUARANTINED = 1 << 7;

    private MemberFlags() {}
}
