package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of the form that newcomers fill in. */
public record VerificationChange(Given<Boolean> enabled, Given<String> description, Given<JsonNode> formFields) {
    public static VerificationChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new VerificationChange(fields.flag("enabled"), fields.text("description"), fields.tree("form_fields"));
    }
}
