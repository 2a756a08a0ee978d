package io.guildhall.messageindex.stored;

import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.Threads;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where messages of a home are: the channels and all threads of a guild; a private channel itself. */
public record StoredPlaces(StoredRows rows) {
    /** In the order of their ids, so that who stopped can go on. */
    public SortedSet<Long> of(ActorKind kind, long home) {
        SortedSet<Long> places = new TreeSet<>();
        if (kind != ActorKind.GUILD) {
            places.add(home);
            return places;
        }
        rows.all(Threads.TABLE, home).forEach(thread -> places.add(thread.get(Threads.THREAD_ID)));
        rows.all(Channels.TABLE, home).forEach(channel -> {
            long id = channel.get(Channels.CHANNEL_ID);
            places.add(id);
            addArchived(id, ArchivedThreadLists.PUBLIC, places);
            addArchived(id, ArchivedThreadLists.PRIVATE, places);
        });
        return places;
    }

    private void addArchived(long channel, long kind, SortedSet<Long> places) {
        rows.all(ArchivedThreadLists.TABLE, channel, kind)
                .forEach(thread -> places.add(thread.get(ArchivedThreadLists.THREAD_ID)));
    }
}
