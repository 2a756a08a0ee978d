package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes messages with everything that hangs on them, in the one batch of the command. */
public final class Deletions {
    private Deletions() {}

    static void delete(Place place, RowView message, Changes changes) {
        deleteAll(place, List.of(message), changes);
    }

    public static void deleteAll(Place place, Collection<RowView> messages, Changes changes) {
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        messages.forEach(message -> {
            changes.writeAll(store.deletion(message));
            MessageFiles.forget(place, message, changes);
            Publication.changed(place, message, changes);
        });
        place.gone(messages, changes);
        MessageFacts.gone(place, messages, changes);
        MentionNotices.gone(place, messages, changes);
        Set<Long> pinned = messages.stream()
                .filter(message -> message.get(Messages.PINNED, false))
                .map(message -> message.get(Messages.MESSAGE_ID))
                .collect(Collectors.toSet());
        if (!pinned.isEmpty()) {
            new PinStore(place).removeAll(pinned, changes);
        }
    }
}
