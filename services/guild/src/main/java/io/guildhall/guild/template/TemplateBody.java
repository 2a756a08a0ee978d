package io.guildhall.guild.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of a guild's template, new or not. */
public record TemplateBody(Given<String> name, Given<String> description) {
    public static TemplateBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new TemplateBody(fields.text("name"), fields.text("description"));
    }
}
