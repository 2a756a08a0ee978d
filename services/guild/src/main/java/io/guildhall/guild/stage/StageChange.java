package io.guildhall.guild.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of what goes on on a stage. */
public record StageChange(Given<String> topic, Given<Long> privacyLevel) {
    public static StageChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new StageChange(fields.text("topic"), fields.number("privacy_level"));
    }
}
