package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A tag of a forum as a request lists it; without an id it is a new one. */
public record ForumTagBody(
        Given<String> id,
        Given<String> name,
        Given<Boolean> moderated,
        Given<String> emojiId,
        Given<String> emojiName) {
    public static ForumTagBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ForumTagBody(
                fields.text("id"),
                fields.text("name"),
                fields.flag("moderated"),
                fields.text("emoji_id"),
                fields.text("emoji_name"));
    }
}
