package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What players say in their game, in a channel that hears it. It mentions nobody: whoever plays need not belong to the guild. */
@Singleton
public final class GameMessages {
    private final MessageWriter writer;

    public GameMessages(MessageWriter writer) {
        this.writer = writer;
    }

    /** @param id of the message in the game, which it has here too; when it is here already nothing happens */
    public void send(
            Place place, long id, User author, long authorId, String content, long application, Changes changes) {
        if (new MessageStore(place.storage(), place.channelId()).find(id).isPresent()) {
            return;
        }
        RowEdit message = writer.begin(place, id, author, authorId, MessageType.DEFAULT)
                .set(Messages.CONTENT, content)
                .set(Messages.APPLICATION_ID, application);
        writer.send(place, message, Optional.empty(), null, changes);
    }
}
