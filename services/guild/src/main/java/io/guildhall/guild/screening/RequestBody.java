package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What an applicant answers. */
public record RequestBody(Given<String> version, Given<JsonNode> formFields) {
    public static RequestBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new RequestBody(fields.text("version"), fields.tree("form_fields"));
    }
}
