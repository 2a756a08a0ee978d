package io.guildhall.guild.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * What a request says of a webhook.
 *
 * @param avatar the picture's hash, which api has put in its place
 */
public record WebhookSettings(Given<String> name, Given<String> avatar) {
    public static WebhookSettings of(JsonNode body) {
        Fields fields = new Fields(body);
        return new WebhookSettings(fields.text("name"), fields.text("avatar"));
    }
}
