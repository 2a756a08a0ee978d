package io.guildhall.guild.memberlist;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import java.util.List;

/**
 * One turn's share of making lists: at most {@value #LOOKERS} lookers of an older generation are placed, and {@value #PLACES} members get
 * their places in lists that are not whole yet.
 */
final class Building {
    static final int LOOKERS = 500;
    static final int PLACES = 2_000;

    private final GuildState guild;
    private final Changes changes;

    Building(GuildState guild, Changes changes) {
        this.guild = guild;
        this.changes = changes;
    }

    MemberLists continued(MemberLists lists) {
        return filled(lists.standing().placing() == null ? lists : placed(lists));
    }

    private MemberLists placed(MemberLists lists) {
        MemberLists next = lists;
        List<Looking> some = lists.lookers().after(lists.standing().placing(), LOOKERS);
        for (Looking looked : some) {
            if (!lists.isCurrent(looked)) {
                next = next.looks(guild, looked.session(), looked.userId(), looked.subscription(), true);
                if (next.lookers().find(looked.session()).isEmpty()) {
                    changes.audience(
                            audience -> audience.ask(looked.session(), looked.subscription(), looked.waiting()));
                }
            }
        }
        Standing standing = next.standing();
        return next.with(
                some.size() < LOOKERS
                        ? standing.allPlaced()
                        : standing.placedThrough(some.getLast().session()));
    }

    private MemberLists filled(MemberLists lists) {
        MemberLists next = lists;
        int left = PLACES;
        for (MemberList list : lists.lists().values()) {
            if (left > 0 && !next.lists().get(list.number()).isWhole()) {
                MemberList before = next.lists().get(list.number());
                int missing = before.filling().online().onlineCount()
                        - before.filling().placed();
                Ranking ranking = new Ranking(lists.former(guild), lists.groups(), list.viewers());
                next = next.with(before.filled(ranking, Math.min(left, missing)));
                left -= missing;
            }
        }
        return next;
    }
}
