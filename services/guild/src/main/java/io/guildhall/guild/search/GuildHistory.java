package io.guildhall.guild.search;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All messages of a guild as they are stored: of its channels, its threads and its archived threads; of each the newest first. */
record GuildHistory(GuildSnapshot guild, long epoch, StorageFacade storage, StoredMessages stored) implements History {
    @Override
    public void read(long home, Consumer<List<MessageDocument>> pages) {
        places().forEach(place -> stored.read(home, place, pages));
    }

    @Override
    public ActorKey owner(long home) {
        return ActorKey.newBuilder().setKind(ActorKind.GUILD).setId(home).build();
    }

    @Override
    public long term(long home) {
        return epoch;
    }

    /** Known before the first message is read, so that hardly a thread is brought out of the archive unseen. */
    private List<Long> places() {
        List<Long> places = new ArrayList<>();
        GuildThreads threads = new GuildThreads(storage, guild.id());
        guild.threads().byId().values().forEach(thread -> places.add(thread.id()));
        for (GuildChannel channel : guild.channels()) {
            if (channel.type().holdsMessages()) {
                places.add(channel.id());
            }
            if (ReadablePlaces.mayHaveThreads(channel)) {
                places.addAll(threads.archived(channel.id(), ArchivedThreadLists.PUBLIC));
                places.addAll(threads.archived(channel.id(), ArchivedThreadLists.PRIVATE));
            }
        }
        return places;
    }
}
