package io.guildhall.guild.welcome;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A channel on the welcome screen, as a request has it. */
public record WelcomeChannelBody(
        Given<Long> channelId, Given<String> description, Given<Long> emojiId, Given<String> emojiName) {
    public static WelcomeChannelBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WelcomeChannelBody(
                fields.snowflake("channel_id"),
                fields.text("description"),
                fields.snowflake("emoji_id"),
                fields.text("emoji_name"));
    }
}
