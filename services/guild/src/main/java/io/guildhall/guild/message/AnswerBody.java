package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a message that it sends with a token. */
public record AnswerBody(MessageBody message, Given<Boolean> tts) {
    public static AnswerBody of(JsonNode body) {
        return new AnswerBody(MessageBody.of(body), new Fields(body).flag("tts"));
    }
}
