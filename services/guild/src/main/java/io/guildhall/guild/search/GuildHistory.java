package io.guildhall.guild.search;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.message.MessageStore;
import io.guildhall.guild.message.MessageView;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.messageindex.History;
import io.guildhall.messageindex.document.Documents;
import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.attachment.AttachmentLinks;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ArchivedThreadLists;
import io.guildhall.model.table.catalogue.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All messages of a guild as they are stored: of its channels, its threads and its archived threads; of each the newest first. */
record GuildHistory(GuildSnapshot guild, StorageFacade storage, AttachmentLinks links) implements History {
    private static final int PAGE = 100;

    @Override
    public void read(Consumer<List<MessageDocument>> pages) {
        places().forEach(place -> read(place, pages));
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

    private void read(long place, Consumer<List<MessageDocument>> pages) {
        MessageStore store = new MessageStore(storage, place);
        List<RowView> page = store.before(Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            pages.accept(MessageView.forUser(store, links, 0).messages(page).stream()
                    .map(message -> Documents.of(guild.id(), message))
                    .toList());
            page = page.size() < PAGE ? List.of() : store.before(page.getLast().get(Messages.MESSAGE_ID), PAGE);
        }
    }
}
