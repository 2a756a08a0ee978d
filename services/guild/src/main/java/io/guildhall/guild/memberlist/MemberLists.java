package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.SortedTree;
import io.guildhall.guild.state.ChangedUsers;
import io.guildhall.guild.state.GuildContents;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ChannelRanges;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The member lists of a guild that somebody looks at, and who does. It never changes, so that a refused command takes its changes of it
 * back like any other. Lists are as the guild was at one moment, and are brought up to date when their lookers are told.
 *
 * @param base the guild at that moment
 * @param looking all who look
 * @param fresh those of them who wait to be told their parts from the beginning
 * @param askedAt when it was asked for a turn to tell; 0 when it was not
 * @param toldAt when lookers were told last
 */
record MemberLists(
        GuildContents base,
        Groups groups,
        LongMap<MemberList> lists,
        SortedTree<Looking> looking,
        SortedTree<Looking> fresh,
        int nextNumber,
        long askedAt,
        long toldAt) {
    /** Places in all lists of a guild; whoever asks for a list beyond is not told it. */
    private static final long MOST_PLACES = 4_000_000;

    static MemberLists of(GuildState guild) {
        return new MemberLists(
                guild.contents().withoutParts(),
                Groups.of(guild),
                LongMap.empty(),
                Looking.NOBODY,
                Looking.NOBODY,
                1,
                0,
                0);
    }

    /** The session looks at these parts, of channels that its user sees, and at no others. */
    MemberLists looks(GuildState guild, SessionRef session, long userId, Subscription subscription, boolean anew) {
        Optional<Looking> before = Looking.find(looking, session);
        MemberLists next = left(session);
        List<Spot> spots = new ArrayList<>();
        for (ChannelRanges channel : subscription.getChannelsList()) {
            Optional<Viewers> viewers = next.viewers(guild, userId, channel.getChannelId());
            if (viewers.isPresent()) {
                next = next.withList(guild, viewers.get());
                Optional<MemberList> list = next.list(viewers.get());
                if (list.isPresent()) {
                    next = next.spots(list.get(), channel.getRangesList(), spots);
                }
            }
        }
        if (spots.isEmpty()) {
            return next;
        }
        Looking now = new Looking(session, userId, subscription, List.copyOf(spots));
        boolean told = !anew
                && Looking.find(fresh, session).isEmpty()
                && before.filter(looked -> looked.spots().equals(spots)).isPresent();
        return next.with(next.looking.with(now), told ? next.fresh : next.fresh.with(now));
    }

    /** The session looks at nothing any more. A list that nobody looks at is forgotten. */
    MemberLists left(SessionRef session) {
        Optional<Looking> found = Looking.find(looking, session);
        if (found.isEmpty()) {
            return this;
        }
        LongMap<MemberList> next = lists;
        for (Spot spot : found.get().spots()) {
            MemberList list = next.get(spot.list()).looked(spot.part(), -1);
            next = list.parts().isEmpty() ? next.without(spot.list()) : next.with(spot.list(), list);
        }
        return new MemberLists(
                base,
                groups,
                next,
                looking.without(found.get()),
                fresh.without(found.get()),
                nextNumber,
                askedAt,
                toldAt);
    }

    /** The session is told its parts from the beginning. */
    MemberLists anew(SessionRef session) {
        return Looking.find(looking, session)
                .map(looked -> with(looking, fresh.with(looked)))
                .orElse(this);
    }

    /** As the guild is now. When who sees what may be different, or the groups, everything begins anew. */
    MemberLists current(GuildState guild, ChangedUsers changed) {
        MemberLists present = withoutStrangers(guild, changed);
        boolean same =
                base.sameRules(guild.contents()) && Ranking.withOffline(before(guild)) == Ranking.withOffline(guild);
        return same ? present.advanced(guild, changed) : present.begunAnew(guild);
    }

    /** Whether something happened in the guild that a list may show. */
    boolean behind(GuildState guild) {
        return fresh.size() > 0
                || !base.sameAs(guild.contents())
                || lists.values().stream()
                        .anyMatch(list -> list.parts().values().stream().anyMatch(MemberList.Part::behind));
    }

    long size() {
        return lists.values().stream().mapToLong(list -> list.places().size()).sum();
    }

    MemberLists with(MemberList list) {
        return new MemberLists(
                base, groups, lists.with(list.number(), list), looking, fresh, nextNumber, askedAt, toldAt);
    }

    MemberLists asked(long now) {
        return new MemberLists(base, groups, lists, looking, fresh, nextNumber, now, toldAt);
    }

    /** @param waiting those who are still to be told */
    MemberLists told(SortedTree<Looking> waiting, long now) {
        return new MemberLists(base, groups, lists, looking, waiting, nextNumber, 0, now);
    }

    private MemberLists with(SortedTree<Looking> all, SortedTree<Looking> waiting) {
        return new MemberLists(base, groups, lists, all, waiting, nextNumber, askedAt, toldAt);
    }

    private Optional<Viewers> viewers(GuildState guild, long userId, long channelId) {
        return guild.findChannel(channelId)
                .filter(channel -> guild.findMember(userId)
                        .filter(member -> guild.permissions().has(member, channel, Permission.VIEW_CHANNEL))
                        .isPresent())
                .map(channel -> Viewers.of(guild, channel));
    }

    private Optional<MemberList> list(Viewers viewers) {
        return lists.values().stream()
                .filter(list -> list.viewers().sameAs(viewers))
                .findFirst();
    }

    private MemberLists withList(GuildState guild, Viewers viewers) {
        if (list(viewers).isPresent() || size() > MOST_PLACES) {
            return this;
        }
        Ranking ranking = new Ranking(before(guild), groups, viewers);
        MemberLists next = with(MemberList.of(viewers, nextNumber, ranking));
        return new MemberLists(base, groups, next.lists, looking, fresh, nextNumber + 1, askedAt, toldAt);
    }

    private MemberLists spots(MemberList list, List<Integer> parts, List<Spot> spots) {
        MemberList looked = list;
        for (int part : parts) {
            Spot spot = new Spot(list.number(), part);
            if (!spots.contains(spot)) {
                spots.add(spot);
                looked = looked.looked(part, 1);
            }
        }
        return with(looked);
    }

    private GuildSnapshot before(GuildState guild) {
        return new GuildSnapshot(base, guild.snapshot().clock());
    }

    private MemberLists withoutStrangers(GuildState guild, ChangedUsers changed) {
        MemberLists present = this;
        if (changed.ids().stream().anyMatch(user -> !guild.members().has(user))) {
            for (Looking looked : looking.range(0, looking.size())) {
                if (!guild.members().has(looked.userId())) {
                    present = present.left(looked.session());
                }
            }
        }
        return present;
    }

    private MemberLists begunAnew(GuildState guild) {
        MemberLists next = of(guild);
        next = new MemberLists(
                next.base, next.groups, next.lists, next.looking, next.fresh, nextNumber, askedAt, toldAt);
        for (Looking looked : looking.range(0, looking.size())) {
            next = next.looks(guild, looked.session(), looked.userId(), looked.subscription(), true);
        }
        return next;
    }

    private MemberLists advanced(GuildState guild, ChangedUsers changed) {
        GuildSnapshot before = before(guild);
        LongMap<MemberList> next = lists;
        for (MemberList list : lists.values()) {
            Ranking from = new Ranking(before, groups, list.viewers());
            Ranking to = new Ranking(guild, groups, list.viewers());
            MemberList moved = list;
            for (long user : changed.ids()) {
                moved = moved.moved(from.place(user), to.place(user));
            }
            next = next.with(list.number(), moved);
        }
        return new MemberLists(
                guild.contents().withoutParts(), groups, next, looking, fresh, nextNumber, askedAt, toldAt);
    }
}
