package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of one answer of a poll. */
public record PollAnswerBody(Given<PollMediaBody> pollMedia) {
    public static PollAnswerBody of(JsonNode body) {
        return new PollAnswerBody(new Fields(body).object("poll_media", PollMediaBody::of));
    }
}
