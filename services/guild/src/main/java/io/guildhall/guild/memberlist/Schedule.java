package io.guildhall.guild.memberlist;

/**
 * When a guild's lists get their next turn. Times are ms since 1970.
 *
 * @param askedAt when a turn was asked for; 0 when none is awaited
 * @param tells whether lookers are told in that turn; otherwise it is for work that they do not see yet
 * @param dueAt when they may be told again
 */
record Schedule(long askedAt, boolean tells, long dueAt) {
    static final Schedule NONE = new Schedule(0, false, 0);

    /** Between turns of what does not fit into one, so that other commands come in between. */
    static final long WORK_MILLIS = 10;

    /** A turn that was asked for and did not come by then is asked for again. */
    private static final long LOST_MILLIS = 10_000;

    boolean awaited(long now) {
        return askedAt != 0 && askedAt + LOST_MILLIS > now;
    }

    /** Asks for a turn. */
    Schedule asked(long now, long pause) {
        return new Schedule(now, now + pause >= dueAt, dueAt);
    }

    /** The turn came, in which nobody was told. */
    Schedule worked() {
        return new Schedule(0, false, dueAt);
    }

    /** The turn came, and lookers were told. */
    Schedule told(long nextAt) {
        return new Schedule(0, false, nextAt);
    }

    /** How long until the next turn. */
    long pause(long now, long longest, boolean works) {
        long untilTold = Math.clamp(dueAt - now, 0, longest);
        return works ? Math.min(untilTold, WORK_MILLIS) : untilTold;
    }
}
