package io.guildhall.guild.memberlist;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.ChangedUsers;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.subscription.Topic;
import io.guildhall.model.rpc.JoiningSession;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.Subscription;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * People's sessions look at parts of member lists. What changes is told together, after a moment: a change costs its user's place in each
 * list that somebody looks at, whoever looks, and a part is told to all who look at it by one event.
 */
@Singleton
public final class MemberListing {
    /** Between two tellings of lists of up to so many places, and of longer ones. */
    private static final int SHORT = 1_000;

    private static final long SHORT_MILLIS = 250;
    private static final long LONG_MILLIS = 1_000;

    /** The session looks at these parts from now on, and hears of what else it asks for. */
    public void looks(
            GuildState guild, JoiningSession joined, Subscription subscription, boolean anew, Changes changes) {
        SessionRef session = joined.getSession().getRef();
        MemberLists before = lists(guild);
        MemberLists next = before.looks(guild, session, joined.getSession().getUserId(), subscription, anew);
        keep(guild, next);
        invalidate(guild, before, before.dropped(session, next), session, subscription, changes);
        List<Long> topics = next.lookers()
                .find(session)
                .map(looked -> Looking.find(next.fresh(), session).isPresent() ? looked.waiting() : looked.told())
                .orElseGet(() -> Topic.ofPerson(subscription));
        changes.audience(audience -> audience.ask(session, subscription, topics));
    }

    /**
     * A client that looks elsewhere in a list keeps what it was told, and would show it again as it no longer is. It is told so alone: for this one
     * event it asks for what nobody else asks for at this moment.
     */
    private static void invalidate(
            GuildState guild,
            MemberLists lists,
            List<Spot> dropped,
            SessionRef session,
            Subscription subscription,
            Changes changes) {
        Map<Integer, List<Spot>> byList =
                dropped.stream().collect(Collectors.groupingBy(Spot::list, TreeMap::new, Collectors.toList()));
        byList.forEach((number, spots) -> {
            long topic = spots.getFirst().freshTopic();
            changes.audience(audience -> audience.ask(session, subscription, List.of(topic)));
            changes.event(new ListPayload(
                            lists.former(guild), lists.groups(), lists.lists().get(number))
                    .invalid(spots.stream().map(Spot::part).toList(), topic));
        });
    }

    /** These sessions are gone. */
    public void left(GuildState guild, Collection<SessionRef> sessions) {
        guild.findPart(MemberLists.class).ifPresent(lists -> {
            MemberLists next = lists;
            for (SessionRef session : sessions) {
                next = next.left(session);
            }
            if (next != lists) {
                keep(guild, next);
            }
        });
    }

    /** The guild was just loaded: who looked before looks on, and is told anew. */
    public void loaded(GuildState guild) {
        List<JoiningSession> looking = guild.exists() ? guild.audience().looking() : List.of();
        Changes changes = new Changes();
        looking.stream()
                .filter(joined -> joined.getSubscription().getChannelsCount() > 0)
                .forEach(joined -> looks(guild, joined, joined.getSubscription(), true, changes));
        guild.findPart(MemberLists.class)
                .ifPresent(lists -> lists.lookers().all().forEach(looked -> guild.audience()
                        .ask(looked.session(), looked.subscription(), looked.waiting())));
    }

    /** Whether somebody looks. */
    public boolean isNeeded(GuildState guild) {
        return guild.findPart(MemberLists.class).isPresent();
    }

    /**
     * A command was handled. When lists may show what it changed, their lookers are told in a moment.
     *
     * @param behind sessions that may have missed some of what they were told
     */
    public void noticed(GuildState guild, List<SessionRef> behind, Changes changes) {
        Optional<MemberLists> found = guild.findPart(MemberLists.class);
        if (found.isEmpty() || !guild.exists()) {
            return;
        }
        MemberLists next = found.get();
        for (SessionRef session : behind) {
            next = next.anew(session);
            next.lookers()
                    .find(session)
                    .ifPresent(looked -> changes.audience(
                            audience -> audience.ask(session, looked.subscription(), looked.waiting())));
        }
        long now = guild.now();
        Schedule schedule = next.standing().schedule();
        if (!schedule.awaited(now) && next.behind(guild)) {
            long pause = schedule.pause(now, interval(next), next.works());
            next = next.with(next.standing().with(schedule.asked(now, pause)));
            changes.stepLater(guild.context().key(), TellMemberLists.STEP, Duration.ofMillis(pause));
        }
        if (next != found.get()) {
            guild.putPart(next);
        }
    }

    private static MemberLists lists(GuildState guild) {
        return guild.findPart(MemberLists.class).orElseGet(() -> MemberLists.of(guild));
    }

    /** ms between two tellings. */
    static long interval(MemberLists lists) {
        return lists.size() <= SHORT ? SHORT_MILLIS : LONG_MILLIS;
    }

    static void keep(GuildState guild, MemberLists next) {
        if (next.lookers().size() == 0) {
            guild.removePart(MemberLists.class);
            guild.removePart(ChangedUsers.class);
            return;
        }
        if (guild.findPart(ChangedUsers.class).isEmpty()) {
            guild.putPart(ChangedUsers.NONE);
        }
        guild.putPart(next);
    }
}
