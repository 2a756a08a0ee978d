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

    /** No part stands before it. */
    static final Spot FIRST = new Spot(0, 0);

    /** The first part that can come after it. */
    Spot following() {
        return new Spot(list, part + 1);
    }

    /** What those ask for who were told the part. */
    long topic() {
        return Topic.NO_ID | ((long) list << (PART_BITS + 1)) | part;
    }

    /** What those ask for who are told it from the beginning. */
    long freshTopic() {
        return topic() | FRESH;
    }
}
