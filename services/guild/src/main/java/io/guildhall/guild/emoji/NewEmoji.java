package io.guildhall.guild.emoji;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;
import java.util.List;

/**
 * A new emoji as a request describes it.
 *
 * @param image the picture's hash, which api has put in its place
 */
public record NewEmoji(Given<String> name, Given<String> image, Given<List<Long>> roles) {
    public static NewEmoji of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewEmoji(fields.text("name"), fields.text("image"), fields.snowflakes("roles"));
    }
}
