package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.message.WebhookMessages.Sender;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Copies of what other channels published, in a channel that follows them. They mention nobody: who is mentioned is not here. */
@Singleton
public final class PublishedMessages {
    private static final String DELETED = "[Original Message Deleted]";

    private final MessageWriter writer;

    PublishedMessages(MessageWriter writer) {
        this.writer = writer;
    }

    /**
     * A new copy.
     *
     * @param reference where the message is that it is a copy of
     * @return its id
     */
    public long send(Place place, Sender sender, ObjectNode reference, ObjectNode content, Changes changes) {
        RowEdit copy = writer.begin(place, sender.author(), sender.id(), MessageType.DEFAULT)
                .set(Messages.WEBHOOK_ID, sender.id())
                .set(Messages.REFERENCE, Json.bytes(reference));
        Publication.fill(copy, content, true);
        writer.send(place, copy, Optional.empty(), null, changes);
        return copy.view().get(Messages.MESSAGE_ID);
    }

    /** The message was edited. A copy that was deleted here stays so. */
    public void edit(Place place, long copyId, ObjectNode content, Changes changes) {
        find(place, copyId).ifPresent(before -> {
            RowEdit copy = RowEdit.of(before).set(Messages.EDITED_AT, place.now());
            Publication.fill(copy, content, false);
            save(place, copy, changes);
        });
    }

    /** The message was deleted: the copy stays, and says so. */
    public void sourceDeleted(Place place, long copyId, Changes changes) {
        find(place, copyId).ifPresent(before -> {
            RowEdit copy = RowEdit.of(before);
            Publication.fill(copy, Json.object().put(Messages.CONTENT.name(), DELETED), false);
            copy.set(Messages.FLAGS, MessageFlag.IS_CROSSPOST | MessageFlag.SOURCE_MESSAGE_DELETED);
            save(place, copy, changes);
        });
    }

    private static Optional<RowView> find(Place place, long copyId) {
        return new MessageStore(place.storage(), place.channelId()).find(copyId);
    }

    private static void save(Place place, RowEdit copy, Changes changes) {
        changes.write(copy.mutation());
        MessageView view = new MessageView(
                new MessageStore(place.storage(), place.channelId()), UserLookup.here(place), place.links(), 0);
        MessageEvents.updated(place, view.bytes(copy.view()), changes);
    }
}
