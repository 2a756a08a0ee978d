package io.guildhall.guild.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * What those who manage a webhook change of it.
 *
 * @param avatar the picture's hash, which api has put in its place
 * @param channelId where it writes from now on
 */
public record WebhookChange(Given<String> name, Given<String> avatar, Given<Long> channelId) {
    public static WebhookChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WebhookChange(fields.text("name"), fields.text("avatar"), fields.snowflake("channel_id"));
    }
}
