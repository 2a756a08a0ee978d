package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What becomes of a request. */
public record ActionBody(Given<String> action, Given<String> rejectionReason) {
    public static ActionBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new ActionBody(fields.text("action"), fields.text("rejection_reason"));
    }
}
