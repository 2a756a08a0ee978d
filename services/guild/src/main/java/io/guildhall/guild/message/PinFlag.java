package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What pinning does to messages: the pinned one says so, and a notice tells who did it. */
@Singleton
public final class PinFlag {
    private final MessageWriter writer;

    PinFlag(MessageWriter writer) {
        this.writer = writer;
    }

    public void set(Place place, RowView message, boolean pinned, Changes changes) {
        RowEdit edit = RowEdit.of(message).set(Messages.PINNED, pinned);
        changes.write(edit.mutation());
        MessageStore store = new MessageStore(place.storage(), place.channelId());
        MessageEvents.updated(
                place, new MessageView(store, UserLookup.here(place), place.links(), 0).bytes(edit.view()), changes);
    }

    public void announce(Place place, User who, long userId, RowView message, Changes changes) {
        RowEdit notice = writer.begin(place, who, userId, MessageType.PIN_NOTICE)
                .set(Messages.CONTENT, "")
                .set(Messages.REFERENCE, Json.bytes(ReplyTarget.reference(place, message)));
        writer.send(place, notice, Optional.empty(), null, changes);
    }
}
