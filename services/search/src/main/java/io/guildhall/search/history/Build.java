package io.guildhall.search.history;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.SearchBuilds;
import io.guildhall.search.home.Home;

/**
 * A home whose messages are to be read from the store.
 *
 * @param generation of its index
 * @param notBefore in ms since 1970
 * @param place that is being read; 0: none yet
 * @param message in the place, the oldest that has been read
 */
record Build(Home home, long generation, long notBefore, long place, long message) {
    static Build of(RowView row) {
        Home home = new Home(ActorKind.forNumber(row.get(SearchBuilds.KIND).intValue()), row.get(SearchBuilds.HOME_ID));
        return new Build(
                home,
                row.get(SearchBuilds.GENERATION),
                row.get(SearchBuilds.NOT_BEFORE, 0L),
                row.get(SearchBuilds.PLACE, 0L),
                row.get(SearchBuilds.MESSAGE, 0L));
    }

    Build notBefore(long time) {
        return new Build(home, generation, time, place, message);
    }

    Build at(long newPlace, long newMessage) {
        return new Build(home, generation, notBefore, newPlace, newMessage);
    }
}
