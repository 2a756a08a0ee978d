package io.guildhall.guild.scheduledevent;

/** How far a scheduled event is, as clients number it. */
final class EventStatus {
    static final long SCHEDULED = 1;
    static final long ACTIVE = 2;
    static final long COMPLETED = 3;
    static final long CANCELED = 4;

    private EventStatus() {}

    /** Whether it is over and stays as it is. */
    static boolean finished(long status) {
        return status == COMPLETED || status == CANCELED;
    }

    /** What scheduled becomes active or is canceled; what is active ends. */
    static boolean follows(long before, long after) {
        return before == SCHEDULED ? after == ACTIVE || after == CANCELED : before == ACTIVE && after == COMPLETED;
    }
}
