package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/**
 * What a request says of a new poll.
 *
 * @param duration for how many hours it is open
 */
public record PollBody(
        Given<PollQuestionBody> question,
        Given<List<PollAnswerBody>> answers,
        Given<Long> duration,
        Given<Boolean> allowMultiselect,
        Given<Long> layoutType) {
    public static PollBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PollBody(
                fields.object("question", PollQuestionBody::of),
                fields.list("answers", PollAnswerBody::of),
                fields.number("duration"),
                fields.flag("allow_multiselect"),
                fields.number("layout_type"));
    }
}
