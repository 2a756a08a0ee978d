package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.SortedTree;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A list that somebody looks at: everybody's place, in a tree that finds the n-th, and the parts that are looked at. It never changes; a
 * change of one place copies a few nodes.
 *
 * @param number by which topics name it
 * @param parts those that are looked at, by their number
 */
record MemberList(Viewers viewers, int number, SortedTree<Place> places, SortedMap<Integer, Part> parts) {
    /** Places in a part. */
    static final int PART = 100;

    /**
     * A part that is looked at.
     *
     * @param lookers sessions that look at it
     * @param told what they were told
     * @param behind whether more changed than they were told
     */
    record Part(int lookers, List<Place> told, boolean behind) {
        static final Part UNSEEN = new Part(0, List.of(), false);

        Part lookers(int by) {
            return new Part(lookers + by, told, behind);
        }

        Part told(List<Place> now) {
            return new Part(lookers, now, false);
        }

        Part leftBehind() {
            return new Part(lookers, told, true);
        }
    }

    static MemberList of(Viewers viewers, int number, Ranking ranking) {
        return new MemberList(viewers, number, SortedTree.of(Place.ORDER, ranking.all()), new TreeMap<>());
    }

    /** Somebody moves, comes or goes; groups get their headers and lose them. */
    MemberList moved(Optional<Place> from, Optional<Place> to) {
        if (from.equals(to)) {
            return this;
        }
        SortedTree<Place> next = places;
        if (from.isPresent()) {
            next = next.without(from.get());
            Place header = Place.header(from.get().group());
            if (size(next, header.group()) == 1) {
                next = next.without(header);
            }
        }
        if (to.isPresent()) {
            next = next.with(to.get()).with(Place.header(to.get().group()));
        }
        return new MemberList(viewers, number, next, parts);
    }

    /** One more session looks at the part, or one less. */
    MemberList looked(int part, int by) {
        Part next = parts.getOrDefault(part, Part.UNSEEN).lookers(by);
        SortedMap<Integer, Part> all = new TreeMap<>(parts);
        if (next.lookers() <= 0) {
            all.remove(part);
        } else {
            all.put(part, next);
        }
        return new MemberList(viewers, number, places, all);
    }

    MemberList with(SortedMap<Integer, Part> next) {
        return new MemberList(viewers, number, places, next);
    }

    List<Place> part(int part) {
        return places.range(part * PART, PART);
    }

    /** Members in the group. */
    int members(int group) {
        return Math.max(0, size(places, group) - 1);
    }

    private static int size(SortedTree<Place> places, int group) {
        return places.rank(Place.header(group + 1)) - places.rank(Place.header(group));
    }
}
