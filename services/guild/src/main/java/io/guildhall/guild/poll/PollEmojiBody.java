package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of an answer's emoji: a custom one by its id, or one of unicode by its name. */
public record PollEmojiBody(Given<Long> id, Given<String> name, Given<Boolean> animated) {
    public static PollEmojiBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PollEmojiBody(fields.snowflake("id"), fields.text("name"), fields.flag("animated"));
    }
}
