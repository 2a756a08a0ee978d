package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What becomes of a report. */
public record SettledBody(Given<String> state, Given<String> note) {
    public static SettledBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SettledBody(fields.text("state"), fields.text("note"));
    }
}
