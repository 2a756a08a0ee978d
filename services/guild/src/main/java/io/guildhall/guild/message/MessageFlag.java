package io.guildhall.guild.message;

/** Bits of a message's flags. */
final class MessageFlag {
    static final long CROSSPOSTED = 1;
    /** Published in another channel, which this one follows. */
    static final long IS_CROSSPOST = 1 << 1;

    static final long SUPPRESS_EMBEDS = 1 << 2;
    /** What this was published from is deleted. */
    static final long SOURCE_MESSAGE_DELETED = 1 << 3;

    static final long HAS_THREAD = 1 << 5;
    /** Seen by one person. */
    static final long EPHEMERAL = 1 << 6;
    /** Announced by an application, which has not said anything yet. */
    static final long LOADING = 1 << 7;

    static final long SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final long VOICE_MESSAGE = 1 << 13;
    static final long HAS_SNAPSHOT = 1 << 14;
    static final long COMPONENTS_V2 = 1 << 15;

    /** What the sender of a message may set; anything else is dropped. */
    static final long OF_SENDER = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | VOICE_MESSAGE | COMPONENTS_V2;

    private MessageFlag() {}

    static boolean in(long flags, long flag) {
        return (flags & flag) != 0;
    }
}
