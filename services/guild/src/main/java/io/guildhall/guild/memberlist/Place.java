package io.guildhall.guild.memberlist;

import java.util.Comparator;

/**
 * Where somebody stands in a member list: by group, then by shown name whatever the case, then by id. A group begins with a header, which
 * has a place of its own.
 *
 * @param group counts from the top
 * @param userId 0 for the header
 */
record Place(int group, String name, long userId) {
    static final Comparator<Place> ORDER = Comparator.comparingInt(Place::group)
            .thenComparing((Place place) -> !place.header())
            .thenComparing(Place::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparingLong(Place::userId);

    static Place header(int group) {
        return new Place(group, "", 0);
    }

    boolean header() {
        return userId == 0;
    }
}
