package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.poll.PollBody;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says about a message that was sent, or announced, with a token. */
public record EditBody(MessageBody message, Given<PollBody> poll) {
    public static EditBody of(JsonNode body) {
        return new EditBody(MessageBody.of(body), new Fields(body).object("poll", PollBody::of));
    }

    /** A change of the message that asks nothing. */
    public static EditBody plain(MessageBody message) {
        return new EditBody(message, Given.absent("poll"));
    }

    EditBody saying(MessageBody other) {
        return new EditBody(other, poll);
    }
}
