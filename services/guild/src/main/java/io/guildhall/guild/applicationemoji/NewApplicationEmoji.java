package io.guildhall.guild.applicationemoji;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/**
 * A new emoji of an application as a request describes it.
 *
 * @param image the picture's hash, which api has put in its place
 */
public record NewApplicationEmoji(Given<String> name, Given<String> image) {
    public static NewApplicationEmoji of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewApplicationEmoji(fields.text("name"), fields.text("image"));
    }
}
