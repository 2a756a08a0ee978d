package io.guildhall.guild.memberlist;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One turn of telling a guild's lists: new lookers are told their parts, the others what is different in theirs. All of it together takes
 * {@value #BUDGET} bytes at most, and one looker's parts more, and goes to at most {@value #LOOKERS} new lookers and through {@value #PARTS}
 * parts; the rest goes on in another turn.
 */
final class Telling {
    static final int LOOKERS = 500;
    private static final int BUDGET = 512 << 10;
    private static final int PARTS = 2_000;
    /** More differences than this, and the part is told as a whole. */
    private static final int MOST_DIFFERENCES = 60;

    private final GuildState guild;
    private final Changes changes;
    private final Map<Integer, ListPayload> payloads = new HashMap<>();
    private MemberLists now;
    private int left = BUDGET;

    Telling(GuildState guild, MemberLists lists, Changes changes) {
        this.guild = guild;
        this.now = lists;
        this.changes = changes;
    }

    /** @param interval ms until the next turn, unless this one ended because of its work and not of its bytes */
    MemberLists told(long interval) {
        welcome();
        goRound();
        long pause = left > 0 && hasMore() ? Schedule.WORK_MILLIS : interval;
        return now.with(now.standing().with(now.standing().schedule().told(guild.now() + pause)));
    }

    private boolean hasMore() {
        Standing standing = now.standing();
        boolean onlyWaits = left == BUDGET && now.works();
        return standing.welcomes() || standing.round() != null || onlyWaits;
    }

    /**
     * Tells some of the new lookers their parts, each once for all of these, who ask for it just now. Others who look at such a part are told
     * what is different in the same turn, so that all know the same of it from then on.
     */
    private void welcome() {
        List<Looking> some = Looking.after(now.fresh(), now.standing().welcoming(), LOOKERS);
        List<Looking> welcomed = new ArrayList<>();
        Map<Spot, Event> told = new LinkedHashMap<>();
        Standing through = some.size() < LOOKERS
                ? now.standing().allWelcomed()
                : now.standing().welcomedThrough(some.getLast().session());
        for (Looking looked : some) {
            if (left <= 0) {
                through = now.standing();
                break;
            }
            if (now.canTell(looked)) {
                looked.spots().forEach(spot -> told.computeIfAbsent(spot, this::sync));
                welcomed.add(looked);
            }
        }
        now = now.with(through);
        welcomed.forEach(looked -> ask(looked, looked.welcomed()));
        told.values().forEach(changes::event);
        told.keySet().forEach(this::tell);
        for (Looking looked : welcomed) {
            ask(looked, looked.told());
            now = now.welcomed(looked);
        }
    }

    private void goRound() {
        Round round = now.standing().round();
        if (round == null) {
            return;
        }
        List<Spot> spots = now.spotsFrom(round.next(), PARTS);
        for (Spot spot : spots) {
            if (left <= 0) {
                now = now.with(now.standing().with(round.from(spot)));
                return;
            }
            if (part(spot).known()) {
                tell(spot);
            }
        }
        now = now.with(now.standing()
                .with(spots.size() < PARTS ? null : round.from(spots.getLast().following())));
    }

    private Event sync(Spot spot) {
        MemberList list = now.lists().get(spot.list());
        return counted(payload(list).sync(spot.part(), list.part(spot.part())));
    }

    /** Brings those up to date who know the part. */
    private void tell(Spot spot) {
        MemberList list = now.lists().get(spot.list());
        MemberList.Part part = part(spot);
        List<Place> present = list.part(spot.part());
        if (part.known()) {
            Round round = now.standing().round();
            Difference difference = Difference.between(
                    part.told(),
                    present,
                    user -> round != null && round.changed().has(user));
            if (present.isEmpty() && !part.told().isEmpty() && spot.part() > 0) {
                changes.event(counted(payload(list).invalid(List.of(spot.part()), spot.topic())));
            } else if (difference.size() > MOST_DIFFERENCES) {
                changes.event(counted(payload(list).again(spot.part(), present)));
            } else if (difference.size() > 0 || (round != null && round.moved(list))) {
                changes.event(counted(payload(list).change(spot.part(), present, difference)));
            }
        }
        now = now.with(list.with(spot.part(), part.told(present)));
    }

    private MemberList.Part part(Spot spot) {
        return now.lists().get(spot.list()).parts().get(spot.part());
    }

    private void ask(Looking looked, List<Long> topics) {
        changes.audience(audience -> audience.ask(looked.session(), looked.subscription(), topics));
    }

    private Event counted(Event event) {
        left -= event.getPayload().size();
        return event;
    }

    private ListPayload payload(MemberList list) {
        return payloads.computeIfAbsent(
                list.number(), number -> new ListPayload(now.former(guild), now.groups(), list));
    }
}
