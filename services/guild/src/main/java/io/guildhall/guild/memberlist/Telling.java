package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.SortedTree;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.ChangedUsers;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.rpc.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One telling of a guild's lists: new lookers are told their parts, the others what is different in theirs. All of it together takes
 * {@value #BUDGET} bytes at most, and one part more; who finds no room is told at the next, from the beginning.
 */
final class Telling {
    private static final int BUDGET = 512 << 10;
    /** More differences than this, and the part is told as a whole. */
    private static final int MOST_DIFFERENCES = 60;

    private final GuildState guild;
    private final MemberLists before;
    private final MemberLists now;
    private final ChangedUsers changed;
    private final Changes changes;
    private final boolean quiet;
    private final Map<Integer, ListPayload> payloads = new HashMap<>();
    private int left = BUDGET;

    Telling(GuildState guild, MemberLists lists, ChangedUsers changed, Changes changes) {
        this.guild = guild;
        this.before = lists;
        this.now = lists.current(guild, changed);
        this.changed = changed;
        this.changes = changes;
        this.quiet = lists.base().sameMembers(guild.contents());
    }

    /** The lists as they are told now. */
    MemberLists told() {
        List<Looking> welcomed = welcome();
        Map<Spot, Integer> waiting = new HashMap<>();
        now.fresh().range(0, now.fresh().size()).forEach(looked -> looked.spots()
                .forEach(spot -> waiting.merge(spot, 1, Integer::sum)));
        MemberLists next = now;
        for (Spot spot : inTurn()) {
            MemberList list = next.lists().get(spot.list());
            MemberList.Part part = list.parts().get(spot.part());
            MemberList.Part after = part.lookers() > waiting.getOrDefault(spot, 0)
                    ? tell(spot, list, part)
                    : part.told(list.part(spot.part()));
            if (after != part) {
                SortedMap<Integer, MemberList.Part> parts = new TreeMap<>(list.parts());
                parts.put(spot.part(), after);
                next = next.with(list.with(parts));
            }
        }
        SortedTree<Looking> fresh = now.fresh();
        for (Looking looked : welcomed) {
            fresh = fresh.without(looked);
            changes.audience(audience -> audience.ask(looked.session(), looked.subscription(), looked.topics(false)));
        }
        return next.told(fresh, guild.now());
    }

    /** Tells new lookers their parts, each once for all of them. */
    private List<Looking> welcome() {
        List<Looking> welcomed = new ArrayList<>();
        Set<Spot> told = new HashSet<>();
        for (Looking looked : now.fresh().range(0, now.fresh().size())) {
            if (left <= 0) {
                break;
            }
            for (Spot spot : looked.spots()) {
                if (told.add(spot)) {
                    MemberList list = now.lists().get(spot.list());
                    send(payload(list).sync(spot.part(), list.part(spot.part())));
                }
            }
            welcomed.add(looked);
        }
        return welcomed;
    }

    /** All parts, first those that found no room the last time. */
    private List<Spot> inTurn() {
        List<Spot> spots = new ArrayList<>();
        now.lists()
                .values()
                .forEach(list -> list.parts().keySet().forEach(part -> spots.add(new Spot(list.number(), part))));
        spots.sort(Comparator.comparing((Spot spot) ->
                !now.lists().get(spot.list()).parts().get(spot.part()).behind()));
        return spots;
    }

    private MemberList.Part tell(Spot spot, MemberList list, MemberList.Part part) {
        if (quiet && !part.behind()) {
            return part;
        }
        List<Place> present = list.part(spot.part());
        Difference difference = Difference.between(part.told(), present, changed::has);
        MemberList former = before.lists().get(spot.list());
        boolean moved = former == null || former.places() != list.places();
        if (!part.behind() && difference.size() == 0 && !moved) {
            return part;
        }
        if (left <= 0) {
            return part.leftBehind();
        }
        boolean whole = part.behind() || difference.size() > MOST_DIFFERENCES;
        send(
                whole
                        ? payload(list).again(spot.part(), present)
                        : payload(list).change(spot.part(), present, difference));
        return part.told(present);
    }

    private void send(Event event) {
        left -= event.getPayload().size();
        changes.event(event);
    }

    private ListPayload payload(MemberList list) {
        return payloads.computeIfAbsent(list.number(), number -> new ListPayload(guild, now.groups(), list));
    }
}
