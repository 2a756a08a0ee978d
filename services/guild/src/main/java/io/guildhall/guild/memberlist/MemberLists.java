package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.SortedTree;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.ChangedUsers;
import io.guildhall.guild.state.GuildContents;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.ChannelRanges;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The member lists of a guild that somebody looks at, and who does. It never changes, so that a refused command takes its changes of it
 * back like any other. Lists are as the guild was at one moment, and are brought up to date when their lookers are told.
 *
 * @param base the guild at that moment
 * @param lookers all who look
 * @param fresh those of them who wait to be told their parts from the beginning
 */
record MemberLists(
        GuildContents base,
        Groups groups,
        LongMap<MemberList> lists,
        Lookers lookers,
        SortedTree<Looking> fresh,
        Standing standing) {
    /** Places in all lists of a guild; whoever asks for a list beyond is not told it. */
    private static final long MOST_PLACES = 4_000_000;

    static MemberLists of(GuildState guild) {
        return new MemberLists(
                guild.contents().withoutParts(),
                Groups.of(guild),
                LongMap.empty(),
                Lookers.NOBODY,
                Looking.NOBODY,
                Standing.FIRST);
    }

    /** The session looks at these parts, of channels that its user sees, and at no others. */
    MemberLists looks(GuildState guild, SessionRef session, long userId, Subscription subscription, boolean anew) {
        Optional<Looking> before = lookers.find(session);
        MemberLists next = this;
        List<Spot> spots = new ArrayList<>();
        for (ChannelRanges channel : subscription.getChannelsList()) {
            Optional<Viewers> viewers = viewers(guild, userId, channel);
            if (viewers.isPresent()) {
                next = next.withList(guild, viewers.get());
                Optional<MemberList> list = next.list(viewers.get());
                if (list.isPresent()) {
                    next = next.spots(list.get(), channel.getRangesList(), spots);
                }
            }
        }
        // Only now: a list that nobody else looks at stays the same, so that it is known what the client was told of
        // it.
        next = next.left(session);
        if (spots.isEmpty()) {
            return next;
        }
        Looking now = new Looking(session, userId, subscription, List.copyOf(spots), standing.generation());
        boolean told = !anew
                && Looking.find(fresh, session).isEmpty()
                && before.filter(looked -> isCurrent(looked) && looked.spots().equals(spots))
                        .isPresent();
        next = next.with(next.lookers.with(now), next.fresh);
        return told ? next : next.waits(now);
    }

    /** The session looks at nothing any more. A list that nobody looks at is forgotten. */
    MemberLists left(SessionRef session) {
        Optional<Looking> found = lookers.find(session);
        if (found.isEmpty()) {
            return this;
        }
        Looking looked = found.get();
        LongMap<MemberList> next = lists;
        if (isCurrent(looked)) {
            int waiting = Looking.find(fresh, session).isPresent() ? -1 : 0;
            for (Spot spot : looked.spots()) {
                MemberList list = next.get(spot.list()).looked(spot.part(), -1, waiting);
                next = list.parts().isEmpty() ? next.without(spot.list()) : next.with(spot.list(), list);
            }
        }
        return with(next).with(lookers.without(looked), fresh.without(looked));
    }

    /** The session is told its parts from the beginning. */
    MemberLists anew(SessionRef session) {
        return lookers.find(session)
                .filter(this::isCurrent)
                .filter(looked -> Looking.find(fresh, session).isEmpty())
                .map(this::waits)
                .orElse(this);
    }

    /** What the session was told and is told of no more, since it looks elsewhere in the same list now. */
    List<Spot> dropped(SessionRef session, MemberLists now) {
        List<Spot> seen = now.lookers.find(session).map(Looking::spots).orElse(List.of());
        Set<Integer> open = seen.stream().map(Spot::list).collect(Collectors.toSet());
        return lookers.find(session)
                .filter(this::isCurrent)
                .filter(looked -> Looking.find(fresh, session).isEmpty())
                .map(looked -> looked.spots().stream()
                        .filter(spot -> open.contains(spot.list()) && !seen.contains(spot))
                        .toList())
                .orElse(List.of());
    }

    /** Whether its parts are of these lists. */
    boolean isCurrent(Looking looked) {
        return looked.generation() == standing.generation();
    }

    private MemberLists waits(Looking looked) {
        return waiting(looked, 1).with(lookers, fresh.with(looked));
    }

    /** The session was told its parts. */
    MemberLists welcomed(Looking looked) {
        return waiting(looked, -1).with(lookers, fresh.without(looked));
    }

    private MemberLists waiting(Looking looked, int by) {
        LongMap<MemberList> next = lists;
        for (Spot spot : looked.spots()) {
            next = next.with(spot.list(), next.get(spot.list()).looked(spot.part(), 0, by));
        }
        return with(next);
    }

    /** Whether members are placed now by the rules by which these lists were made. */
    boolean sameRules(GuildState guild) {
        return base.sameRules(guild.contents()) && Ranking.withOffline(former(guild)) == Ranking.withOffline(guild);
    }

    /** Who sees what may be different, or the groups: everything begins anew, and lookers are placed by and by. */
    MemberLists begunAnew(GuildState guild) {
        return new MemberLists(
                guild.contents().withoutParts(),
                Groups.of(guild),
                LongMap.empty(),
                lookers,
                Looking.NOBODY,
                standing.anew());
    }

    /** As the guild is now, to be told in a round. */
    MemberLists advanced(GuildState guild, ChangedUsers changed) {
        GuildSnapshot former = former(guild);
        LongMap<MemberList> next = lists;
        for (MemberList list : lists.values()) {
            Ranking from = new Ranking(former, groups, list.viewers());
            Ranking to = new Ranking(guild, groups, list.viewers());
            MemberList moved = list;
            for (long user : changed.ids()) {
                moved = moved.moved(from.place(user), to.place(user));
            }
            next = next.with(list.number(), moved);
        }
        Round begun = base.sameMembers(guild.contents()) ? null : new Round(changed, lists, Spot.FIRST);
        return new MemberLists(guild.contents().withoutParts(), groups, next, lookers, fresh, standing.with(begun));
    }

    /** Those of them who are no members any more look at nothing. */
    MemberLists withoutStrangers(GuildState guild, ChangedUsers changed) {
        MemberLists present = this;
        for (long user : changed.ids()) {
            if (!guild.members().has(user)) {
                for (SessionRef session : lookers.of(user)) {
                    present = present.left(session);
                }
            }
        }
        return present;
    }

    /**
     * Those of them who see other channels than before look at what they see of what they asked for: of a channel that they saw no more for a
     * while they missed what was told. Somebody who sees none of it looks at nothing, even if it shows again.
     */
    MemberLists bySight(GuildState guild, ChangedUsers changed, Changes changes) {
        MemberLists present = this;
        for (long user : changed.ids()) {
            for (SessionRef session : lookers.of(user)) {
                Looking looked = lookers.find(session).orElseThrow();
                if (isCurrent(looked) && !present.sees(guild, looked)) {
                    present = present.looks(guild, session, user, looked.subscription(), false);
                    List<Long> topics = present.lookers
                            .find(session)
                            .map(Looking::waiting)
                            .orElseGet(() -> Topic.ofPerson(looked.subscription()));
                    changes.audience(audience -> audience.ask(session, looked.subscription(), topics));
                }
            }
        }
        return present;
    }

    /** Whether these are the lists that it looks at by what its user sees now. */
    private boolean sees(GuildState guild, Looking looked) {
        Set<Integer> seen = new HashSet<>();
        for (ChannelRanges channel : looked.subscription().getChannelsList()) {
            viewers(guild, looked.userId(), channel)
                    .ifPresent(viewers ->
                            seen.add(list(viewers).map(MemberList::number).orElse(0)));
        }
        return looked.spots().stream()
                .map(Spot::list)
                .collect(Collectors.toSet())
                .equals(seen);
    }

    /** Whether something happened in the guild that a list may show, or lookers wait. */
    boolean behind(GuildState guild) {
        return works() || fresh.size() > 0 || standing.round() != null || !base.sameAs(guild.contents());
    }

    /** Whether there is work that takes turns. */
    boolean works() {
        return standing.placing() != null || lists.values().stream().anyMatch(list -> !list.isWhole());
    }

    /** Whether everything that the session looks at can be told. */
    boolean canTell(Looking looked) {
        return looked.spots().stream().allMatch(spot -> lists.get(spot.list()).isWhole());
    }

    /** Parts that are looked at, from this one on. */
    List<Spot> spotsFrom(Spot first, int limit) {
        List<Spot> spots = new ArrayList<>();
        for (MemberList list : lists.values()) {
            int from = list.number() == first.list() ? first.part() : 0;
            if (list.number() >= first.list() && spots.size() < limit) {
                list.addSpots(from, limit, spots);
            }
        }
        return spots;
    }

    long size() {
        return lists.values().stream().mapToLong(MemberList::size).sum();
    }

    MemberLists with(MemberList list) {
        return with(lists.with(list.number(), list));
    }

    MemberLists with(Standing next) {
        return new MemberLists(base, groups, lists, lookers, fresh, next);
    }

    private MemberLists with(LongMap<MemberList> next) {
        return new MemberLists(base, groups, next, lookers, fresh, standing);
    }

    private MemberLists with(Lookers all, SortedTree<Looking> waiting) {
        return new MemberLists(base, groups, lists, all, waiting, standing);
    }

    /** Whose list the user looks at there; empty where it sees nothing or looks at nothing. */
    private static Optional<Viewers> viewers(GuildState guild, long userId, ChannelRanges looked) {
        if (looked.getRangesCount() == 0) {
            return Optional.empty();
        }
        return guild.findChannel(looked.getChannelId())
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
        GuildSnapshot former = former(guild);
        MemberList list = Ranking.withOffline(former)
                ? MemberList.whole(viewers, standing.nextNumber(), new Ranking(former, groups, viewers))
                : MemberList.begun(viewers, standing.nextNumber(), base.presences());
        return with(list).with(standing.oneMoreList());
    }

    private MemberLists spots(MemberList list, List<Integer> parts, List<Spot> spots) {
        MemberList looked = list;
        for (int part : parts) {
            Spot spot = new Spot(list.number(), part);
            if (!spots.contains(spot)) {
                spots.add(spot);
                looked = looked.looked(part, 1, 0);
            }
        }
        return with(looked);
    }

    /** The guild as these lists show it. */
    GuildSnapshot former(GuildState guild) {
        return new GuildSnapshot(base, guild.snapshot().clock());
    }
}
