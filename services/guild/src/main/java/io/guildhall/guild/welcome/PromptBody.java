package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/**
 * A question of onboarding, as a request has it.
 *
 * @param id any that the guild does not know stands for a new question
 */
public record PromptBody(
        Given<Long> id,
        Given<String> title,
        Given<List<PromptOptionBody>> options,
        Given<Boolean> singleSelect,
        Given<Boolean> required,
        Given<Boolean> inOnboarding,
        Given<Long> type) {
    public static PromptBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PromptBody(
                fields.snowflake("id"),
                fields.text("title"),
                fields.list("options", PromptOptionBody::of),
                fields.flag("single_select"),
                fields.flag("required"),
                fields.flag("in_onboarding"),
                fields.number("type"));
    }
}
