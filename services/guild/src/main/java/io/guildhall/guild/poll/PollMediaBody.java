package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of how an answer looks. */
public record PollMediaBody(Given<String> text, Given<PollEmojiBody> emoji) {
    public static PollMediaBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PollMediaBody(fields.text("text"), fields.object("emoji", PollEmojiBody::of));
    }
}
