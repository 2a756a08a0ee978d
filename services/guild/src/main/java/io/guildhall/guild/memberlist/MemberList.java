package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.SortedTree;
import io.guildhall.guild.presence.Presences;
import java.util.List;
import java.util.Optional;

/**
 * A list that somebody looks at: everybody's place, in a tree that finds the n-th, and the parts that are looked at. It never changes; a
 * change of one place copies a few nodes.
 *
 * @param number by which topics name it
 * @param parts those that are looked at, by their number
 * @param filling null once everybody stands in it
 */
record MemberList(Viewers viewers, int number, SortedTree<Place> places, LongMap<Part> parts, Filling filling) {
    /** Places in a part. */
    static final int PART = 100;

    /**
     * A part that is looked at.
     *
     * @param lookers sessions that look at it
     * @param waiting those of them who wait to be told it from the beginning
     * @param told what the others were told
     */
    record Part(int lookers, int waiting, List<Place> told) {
        static final Part UNSEEN = new Part(0, 0, List.of());

        /** Whether somebody was told it, and hears what is different. */
        boolean known() {
            return lookers > waiting;
        }

        Part told(List<Place> now) {
            return new Part(lookers, waiting, now);
        }
    }

    /**
     * Who is online is placed by and by. Whoever changes meanwhile is placed as everywhere else, whether or not it was their turn.
     *
     * @param online who was online when the list was begun
     * @param placed so many of them have their places
     */
    record Filling(Presences online, int placed) {}

    /** Empty, to be filled. */
    static MemberList begun(Viewers viewers, int number, Presences online) {
        return new MemberList(viewers, number, SortedTree.empty(Place.ORDER), LongMap.empty(), new Filling(online, 0));
    }

    /** With everybody in it. */
    static MemberList whole(Viewers viewers, int number, Ranking ranking) {
        return new MemberList(viewers, number, SortedTree.of(Place.ORDER, ranking.all()), LongMap.empty(), null);
    }

    boolean isWhole() {
        return filling == null;
    }

    /** Places that it has or will have. */
    int size() {
        return isWhole()
                ? places.size()
                : Math.max(places.size(), filling.online().onlineCount());
    }

    /** With the places of so many more. */
    MemberList filled(Ranking ranking, int limit) {
        MemberList next = this;
        List<Long> users = filling.online().onlineUsers(filling.placed(), limit);
        for (long user : users) {
            next = next.moved(Optional.empty(), ranking.place(user));
        }
        int placed = filling.placed() + users.size();
        boolean whole = placed >= filling.online().onlineCount();
        return new MemberList(
                viewers, number, next.places, parts, whole ? null : new Filling(filling.online(), placed));
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
        return new MemberList(viewers, number, next, parts, filling);
    }

    /** So many sessions more, or fewer, look at the part, and wait to be told it. */
    MemberList looked(int part, int lookers, int waiting) {
        Part before = parts.find(part).orElse(Part.UNSEEN);
        Part next = new Part(before.lookers() + lookers, before.waiting() + waiting, before.told());
        return with(next.lookers() <= 0 ? parts.without(part) : parts.with(part, next));
    }

    MemberList with(int part, Part next) {
        return with(parts.with(part, next));
    }

    private MemberList with(LongMap<Part> next) {
        return new MemberList(viewers, number, places, next, filling);
    }

    /** Adds parts that are looked at, from this one on, until there are so many in all. */
    void addSpots(int from, int limit, List<Spot> spots) {
        Cursor<Part> cursor = from == 0 ? parts.cursor() : parts.after(from - 1);
        while (spots.size() < limit && cursor.hasNext()) {
            cursor.next();
            spots.add(new Spot(number, (int) cursor.id()));
        }
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
