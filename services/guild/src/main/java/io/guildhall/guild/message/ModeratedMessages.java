package io.guildhall.guild.message;

import com.google.protobuf.ByteString;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.Optional;

/** Writes down what the moderation of a game says of a message in a channel, and tells those who see the channel. */
public final class ModeratedMessages {
    private ModeratedMessages() {}

    /**
     * @param verdict JSON of texts by keys
     * @return the message as it is now; empty when the same was said of it before
     */
    public static Optional<RowView> say(Place place, RowView before, ByteString verdict, Changes changes) {
        RowView after = Rows.with(before, Messages.MODERATION_METADATA, verdict);
        if (before.row().equals(after.row())) {
            return Optional.empty();
        }
        changes.write(Rows.write(before, after));
        MessageEvents.updated(place, MessageView.here(place).bytes(after), changes);
        return Optional.of(after);
    }
}
