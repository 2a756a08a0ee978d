package io.guildhall.guild.memberlist;

import io.guildhall.guild.subscription.Topic;

/**
 * A part of a list.
 *
 * @param list the list's number, from 1; what it leaves free of the topics is {@link Topic}'s own
 */
record Spot(int list, int part) {
    private static final int PART_BITS = 20;
    private static final long FRESH = 1L << PART_BITS;

    /** What those ask for who were told the part. */
    long topic() {
        return Topic.NO_ID | ((long) list << (PART_BITS + 1)) | part;
    }

    /** What those ask for who wait to be told it. */
    long freshTopic() {
        return topic() | FRESH;
    }
}
