package io.guildhall.model.permission;

/** Who stands above whom: the higher position, and of two equal positions the lower id. */
public final class RoleHierarchy {
    private RoleHierarchy() {}

    /** Positive when the first role stands above the second, negative when below, 0 for one and the same role. */
    public static int compare(long position, long id, long otherPosition, long otherId) {
        int byPosition = Long.compare(position, otherPosition);
        return byPosition != 0 ? byPosition : Long.compareUnsigned(otherId, id);
    }

    /** True when the first role stands above the second: its bearer may change, give or take the second. */
    public static boolean outranks(long position, long id, long otherPosition, long otherId) {
        return compare(position, id, otherPosition, otherId) > 0;
    }
}
