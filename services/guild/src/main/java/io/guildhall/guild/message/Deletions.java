package io.guildhall.guild.message;

import io.guildhall.guild.actor.Changes;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.pin.PinStore;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;

/** Removes messages with everything that hangs on them. */
final class Deletions {
    private Deletions() {}

    static void delete(Place place, RowView message, Changes changes) {
        changes.writeAll(new MessageStore(place.storage(), place.channelId()).deletion(message));
        if (message.get(Messages.PINNED, false)) {
            new PinStore(place).remove(message.get(Messages.MESSAGE_ID), changes);
        }
    }
}
