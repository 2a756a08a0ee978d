package io.guildhall.guild.memberlist;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.state.ChangedUsers;

/**
 * A walk through all parts that are looked at, after which all lookers know the guild's lists as they were when it began. What does not fit
 * into one turn goes on in the next.
 *
 * @param changed who may be different since the last round
 * @param before the lists at the end of the last round
 * @param next the first part that was not looked through
 */
record Round(ChangedUsers changed, LongMap<MemberList> before, Spot next) {
    Round from(Spot part) {
        return new Round(changed, before, part);
    }

    /** Whether the list is of another length or order than before, so that counts may differ though a part does not. */
    boolean moved(MemberList list) {
        MemberList former = before.get(list.number());
        return former != null && former.isWhole() && former.places() != list.places();
    }
}
