package io.guildhall.guild.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** An overwrite as a request lists it. */
public record OverwriteBody(Given<String> id, OverwriteSetting setting) {
    public static OverwriteBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new OverwriteBody(fields.text("id"), OverwriteSetting.of(body));
    }
}
