package io.guildhall.guild.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** The question and what may be answered, a line for each. */
    public String texts() {
        Stream<Given<String>> question = this.question.value().stream().map(PollQuestionBody::text);
        Stream<Given<String>> answers = this.answers.or(List.of()).stream()
                .flatMap(answer -> answer.pollMedia().value().stream())
                .map(PollMediaBody::text);
        return Stream.concat(question, answers)
                .flatMap(text -> text.value().stream())
                .collect(Collectors.joining("\n"));
    }

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
