package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a message that it sends with a token. */
public record AnswerBody(MessageBody message, Given<Boolean> tts, Given<PollBody> poll) {
    public static AnswerBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new AnswerBody(MessageBody.of(body), fields.flag("tts"), fields.object("poll", PollBody::of));
    }

    /** The same of a message that was announced before. */
    public EditBody announced() {
        return new EditBody(message, poll);
    }
}
