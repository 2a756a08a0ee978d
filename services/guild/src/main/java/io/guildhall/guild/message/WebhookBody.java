package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/**
 * What a webhook sends.
 *
 * @param username what it is called in this message
 * @param avatarUrl where its picture for this message is
 */
public record WebhookBody(
        AnswerBody answer,
        Given<String> username,
        Given<String> avatarUrl,
        Given<String> threadName,
        Given<List<Long>> appliedTags) {
    public static WebhookBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WebhookBody(
                AnswerBody.of(body),
                fields.text("username"),
                fields.text("avatar_url"),
                fields.text("thread_name"),
                fields.snowflakes("applied_tags"));
    }
}
