package io.guildhall.guild.voting;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/** For which answers somebody votes from now on. */
public record VoteBody(Given<List<Long>> answerIds) {
    public static VoteBody of(JsonNode body) {
        return new VoteBody(new Fields(body).snowflakes("answer_ids"));
    }
}
