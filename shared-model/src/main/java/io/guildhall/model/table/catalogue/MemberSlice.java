package io.guildhall.model.table.catalogue;

import io.guildhall.model.id.Snowflake;

/**
 * Which of a guild's member partitions a user is in: a million members make partitions of some 50 MB. A small guild's few
 * rows lie in as many partitions; whoever wants all of them reads the slices side by side.
 */
public final class MemberSlice {
    public static final int COUNT = 16;

    private MemberSlice() {}

    /** 0 to {@link #COUNT} - 1; spread by the time and sequence of the user's snowflake. */
    public static long of(long userId) {
        return Math.floorMod(Long.hashCode(userId ^ Snowflake.timestamp(userId)), COUNT);
    }
}
