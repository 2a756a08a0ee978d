package io.guildhall.model.event;

/** How large one event may be, with all its variants. */
public final class EventSize {
    /**
     * Bytes. Owners refuse a command that would tell more at once, and every window between nodes holds at least two. A list of all active threads
     * of a guild comes near half of it, and so does a lobby with its members, which is told in pieces where it would be more; nothing else that is
     * sent does.
     */
    public static final int MOST_BYTES = 2 << 20;

    private EventSize() {}
}
