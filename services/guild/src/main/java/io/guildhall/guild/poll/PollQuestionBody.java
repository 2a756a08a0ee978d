package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of the question of a poll, which is text alone. */
public record PollQuestionBody(Given<String> text) {
    public static PollQuestionBody of(JsonNode body) {
        return new PollQuestionBody(new Fields(body).text("text"));
    }
}
