package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/**
 * What may be answered to a question of onboarding, as a request has it.
 *
 * @param id any that the question does not know stands for a new answer
 * @param emojiAnimated says nothing that the emoji's id does not
 */
public record PromptOptionBody(
        Given<Long> id,
        Given<String> title,
        Given<String> description,
        Given<Long> emojiId,
        Given<String> emojiName,
        Given<Boolean> emojiAnimated,
        Given<List<Long>> roleIds,
        Given<List<Long>> channelIds) {
    public static PromptOptionBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new PromptOptionBody(
                fields.snowflake("id"),
                fields.text("title"),
                fields.text("description"),
                fields.snowflake("emoji_id"),
                fields.text("emoji_name"),
                fields.flag("emoji_animated"),
                fields.snowflakes("role_ids"),
                fields.snowflakes("channel_ids"));
    }
}
