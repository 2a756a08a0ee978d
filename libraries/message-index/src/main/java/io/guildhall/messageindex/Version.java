package io.guildhall.messageindex;

/**
 * Where in its actor's log a change stands. Of two changes to one message the one with the higher version holds, whenever
 * and however often each arrives.
 *
 * @param epoch of the owner
 * @param sequence within the epoch
 */
public record Version(long epoch, long sequence) implements Comparable<Version> {
    /** Of what was read from the store: it is put only where nothing is known, and anything that is told is after it. */
    public static final Version STORED = new Version(0, 0);

    @Override
    public int compareTo(Version other) {
        int epochs = Long.compareUnsigned(epoch, other.epoch);
        return epochs != 0 ? epochs : Long.compareUnsigned(sequence, other.sequence);
    }

    public boolean isAfter(Version other) {
        return compareTo(other) > 0;
    }
}
