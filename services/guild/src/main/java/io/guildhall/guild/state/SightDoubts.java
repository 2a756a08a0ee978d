package io.guildhall.guild.state;

import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.collection.LongMap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of those who look at something may see less than when that was last found out. It never changes.
 *
 * @param users by themselves, each with any value
 * @param rules by which channels showed when everybody was looked through, or began to be
 * @param through the last user who was looked through since then, in the order of ids
 */
public record SightDoubts(LongMap<Boolean> users, GuildContents rules, long through) {
    private static final long NOBODY_YET = 0;
    private static final long EVERYBODY = Long.MAX_VALUE;

    static SightDoubts none(GuildState guild) {
        return new SightDoubts(LongMap.empty(), guild.contents().rulesOnly(), EVERYBODY);
    }

    public boolean any() {
        return !users.isEmpty() || through != EVERYBODY;
    }

    SightDoubts about(long userId) {
        return new SightDoubts(users.with(userId, true), rules, through);
    }

    SightDoubts aboutAll() {
        return new SightDoubts(users, rules, NOBODY_YET);
    }

    /** Everybody is looked through once more if the rules became others. */
    SightDoubts under(GuildContents now) {
        return rules.sameRules(now) ? this : new SightDoubts(users, now.rulesOnly(), NOBODY_YET);
    }

    /** Those who are to be looked through next, at most so many. */
    public List<Long> next(ThreadLookers lookers, int limit) {
        List<Long> next = first(users.cursor(), limit);
        if (through != EVERYBODY) {
            next.addAll(first(lookers.byUser().after(through), limit - next.size()));
        }
        return next;
    }

    /** As it is once those are looked through. */
    SightDoubts without(ThreadLookers lookers, int limit) {
        LongMap<Boolean> left = users;
        List<Long> single = first(users.cursor(), limit);
        for (long user : single) {
            left = left.without(user);
        }
        int room = limit - single.size();
        List<Long> swept =
                through == EVERYBODY ? List.of() : first(lookers.byUser().after(through), room);
        long last = swept.size() < room ? EVERYBODY : swept.isEmpty() ? through : swept.getLast();
        return new SightDoubts(left, rules, last);
    }

    private static List<Long> first(Cursor<?> cursor, int limit) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < limit && cursor.hasNext()) {
            cursor.next();
            ids.add(cursor.id());
        }
        return ids;
    }
}
