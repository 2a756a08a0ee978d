package io.guildhall.voice.room;

/** So many in a second, with as many at once. One thread. */
final class Allowance {
    private static final long SECOND = 1_000_000_000L;

    private final long nanosForOne;
    private long paidUntil;

    Allowance(int perSecond, long now) {
        nanosForOne = SECOND / perSecond;
        paidUntil = now - SECOND;
    }

    /** @param now by the monotonic clock, in nanoseconds */
    boolean take(long now) {
        long from = Math.max(paidUntil, now - SECOND);
        if (from + nanosForOne > now) {
            return false;
        }
        paidUntil = from + nanosForOne;
        return true;
    }
}
