package io.guildhall.guild.automod;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** How a rule does what it does. Which of these an action has depends on its type. */
public record ActionMetadata(Given<Long> channelId, Given<Long> durationSeconds, Given<String> customMessage) {
    public static ActionMetadata of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ActionMetadata(
                fields.snowflake("channel_id"), fields.number("duration_seconds"), fields.text("custom_message"));
    }
}
