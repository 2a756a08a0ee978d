package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageNonces;
import java.util.Optional;

/** Makes a message that is sent twice with one nonce, within a few minutes, one message. */
final class Nonces {
    private Nonces() {}

    /** The message that the author sent with this nonce before. */
    static Optional<RowView> find(Place place, long author, JsonNode nonce) {
        return place.storage()
                .row(MessageNonces.TABLE, place.channelId(), author, nonce.asText())
                .flatMap(row -> new MessageStore(place.storage(), place.channelId())
                        .find(row.get(MessageNonces.MESSAGE_ID, 0L)));
    }

    static void remember(Place place, long author, JsonNode nonce, long messageId, Changes changes) {
        changes.write(Write.to(MessageNonces.TABLE, place.channelId(), author, nonce.asText())
                .set(MessageNonces.MESSAGE_ID, messageId)
                .build());
    }
}
