package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.emoji.EmojiUse;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Messages;
import java.util.OptionalLong;

/** Which custom emojis a message shows, be it new or edited: the same in its text, its poll and its components. */
final class MessageEmojis {
    private MessageEmojis() {}

    /** @param message that knows already who sends it */
    static EmojiUse of(Place place, Call call, RowView message) {
        long whose = new AppMessage(message, OptionalLong.empty()).applicationId();
        long speaker = speaker(place, message, message.get(Messages.AUTHOR_ID));
        return new EmojiUse(place, speaker, whose, message.has(Messages.WEBHOOK_ID) || call.byBot());
    }

    /** By whose permissions is judged: the person's where an application that answers was brought along, or has no bot here. */
    private static long speaker(Place place, RowView message, long author) {
        if (!message.has(Messages.INTERACTION)) {
            return author;
        }
        JsonNode interaction = Json.parse(message.get(Messages.INTERACTION));
        boolean byItself = Bringer.of(place, interaction).isEmpty()
                && place.findUser(author).isPresent();
        return byItself ? author : Snowflake.parse(interaction.at("/user/id").asText());
    }
}
