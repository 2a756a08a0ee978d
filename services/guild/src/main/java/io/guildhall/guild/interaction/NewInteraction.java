package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * What somebody does with an application.
 *
 * @param messageId the message whose component is used
 * @param data an {@link EnteredCommand}, a {@link UsedComponent} or an {@link EnteredModal}, as the type says
 */
public record NewInteraction(
        Given<Long> type,
        Given<Long> applicationId,
        Given<Long> guildId,
        Given<JsonNode> nonce,
        Given<Long> messageId,
        Given<JsonNode> data) {
    public static NewInteraction of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewInteraction(
                fields.number("type"),
                fields.snowflake("application_id"),
                fields.snowflake("guild_id"),
                fields.tree("nonce"),
                fields.snowflake("message_id"),
                fields.tree("data"));
    }
}
