package io.guildhall.model.gateway;

/**
 * Sessions of one gateway node at one actor, in so few bytes that owner and gateway can compare them often: how many there are and the
 * exclusive or of their numbers, each mixed so that no few numbers cancel each other out. The order in which they came does not matter.
 *
 * @param digest of no sessions: 0
 */
public record Attendance(int count, long digest) {
    public static final Attendance NONE = new Attendance(0, 0);

    private static final long FIRST_FACTOR = 0xbf58476d1ce4e5b9L;
    private static final long SECOND_FACTOR = 0x94d049bb133111ebL;

    public Attendance with(long session) {
        return new Attendance(count + 1, digest ^ mix(session));
    }

    public Attendance without(long session) {
        return new Attendance(count - 1, digest ^ mix(session));
    }

    /** Both together; of sessions that are in one of them only. */
    public Attendance and(Attendance other) {
        return new Attendance(count + other.count, digest ^ other.digest);
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * FIRST_FACTOR;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND_FACTOR;
        return mixed ^ (mixed >>> 31);
    }
}
