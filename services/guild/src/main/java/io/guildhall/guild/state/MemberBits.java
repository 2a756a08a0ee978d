package io.guildhall.guild.state;

/** What the first number of a packed member says: which values follow, and the values of those that are flags. */
final class MemberBits {
    /** Each of these takes two bits: absent, false or true. */
    static final int DEAF = 0;

    static final int MUTE = 2;
    static final int PENDING = 4;
    static final int BOT = 6;
    static final int SYSTEM = 8;

    static final long ROLES = 1L << 10;
    static final long TIMED_OUT = 1L << 11;
    static final long JOINED = 1L << 12;
    static final long NICK = 1L << 13;
    static final long USERNAME = 1L << 14;
    static final long GLOBAL_NAME = 1L << 15;
    static final long PREMIUM = 1L << 16;
    static final long FLAGS = 1L << 17;
    static final long AVATAR = 1L << 18;
    static final long BANNER = 1L << 19;
    static final long DISCRIMINATOR = 1L << 20;
    static final long USER_AVATAR = 1L << 21;
    static final long USER_BANNER = 1L << 22;
    static final long PUBLIC_FLAGS = 1L << 23;
    static final long USER_FLAGS = 1L << 24;
    static final long ACCENT_COLOR = 1L << 25;
    /** The whole row follows as it is, because it holds what has no place here. */
    static final long WHOLE_ROW = 1L << 26;
    /** One of the flags again, because permissions depend on it. */
    static final long QUARANTINED = 1L << 27;

    static final long BIO = 1L << 28;

    private static final long ABSENT = 0;
    private static final long FALSE = 1;
    private static final long TRUE = 2;
    private static final long TWO_BITS = 3;

    private MemberBits() {}

    static long flag(int place, Boolean value) {
        long bits = ABSENT;
        if (value != null) {
            bits = value ? TRUE : FALSE;
        }
        return bits << place;
    }

    static Boolean flag(long bits, int place) {
        long value = bits >> place & TWO_BITS;
        return value == ABSENT ? null : Boolean.valueOf(value == TRUE);
    }

    static long present(long bit, Object value) {
        return value == null ? 0 : bit;
    }
}
