package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Whether moderators need a second factor: 1, or 0. */
public record MfaLevelBody(Given<Long> level) {
    public static MfaLevelBody of(JsonNode body) {
        return new MfaLevelBody(new Fields(body).number("level"));
    }
}
