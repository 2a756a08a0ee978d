package io.guildhall.guild.memberlist;

/**
 * A part of a list.
 *
 * @param list the list's number
 */
record Spot(int list, int part) {
    /** No id has this bit. */
    private static final long MARK = 1L << 63;

    private static final int PART_BITS = 20;
    private static final long FRESH = 1L << PART_BITS;

    /** What those ask for who were told the part. */
    long topic() {
        return MARK | ((long) list << (PART_BITS + 1)) | part;
    }

    /** What those ask for who wait to be told it. */
    long freshTopic() {
        return topic() | FRESH;
    }
}
