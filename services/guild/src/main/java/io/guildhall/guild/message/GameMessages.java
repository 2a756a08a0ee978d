package io.guildhall.guild.message;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.operation.catalogue.MessageBounds;
import io.guildhall.model.payload.User;
import io.guildhall.model.table.catalogue.Messages;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What players say in their game, in a channel that hears it. It mentions nobody: whoever plays need not belong to the guild. Nobody is asked
 * for a permission to write here, but the channel's rules hold: what is against them stays in the game.
 */
@Singleton
public final class GameMessages {
    private final MessageWriter writer;
    private final Screening screening;

    public GameMessages(MessageWriter writer, Screening screening) {
        this.writer = writer;
        this.screening = screening;
    }

    /** @param id of the message in the game, which it has here too; when it is here already nothing happens */
    public void send(
            Place place, long id, User author, long authorId, String content, long application, Changes changes) {
        if (place.isSilenced(authorId)
                || new MessageStore(place.storage(), place.channelId()).find(id).isPresent()) {
            return;
        }
        Screening.Verdict verdict = screening.screen(place, authorId, author, content);
        if (verdict.blocks()) {
            verdict.accept(Screening.Verdict.NO_MESSAGE, changes);
            return;
        }
        if (Slowmode.left(place, authorId, Boolean.TRUE.equals(author.bot())) > 0) {
            return;
        }
        RowEdit message = writer.begin(place, id, author, authorId, MessageType.DEFAULT)
                .set(Messages.CONTENT, fitting(content))
                .set(Messages.APPLICATION_ID, application);
        writer.send(place, message, Optional.empty(), null, changes);
        verdict.accept(id, changes);
    }

    /** More may be said in a lobby at once than in a channel. */
    private static String fitting(String content) {
        return content.codePointCount(0, content.length()) <= MessageBounds.MOST_CONTENT
                ? content
                : content.substring(0, content.offsetByCodePoints(0, MessageBounds.MOST_CONTENT - 1)) + "\u2026";
    }
}
