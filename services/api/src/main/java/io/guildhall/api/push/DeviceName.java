package io.guildhall.api.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** A device that is to be told nothing more, by its address. */
public record DeviceName(Given<String> provider, Given<String> token) {
    public static DeviceName of(JsonNode body) {
        Fields fields = new Fields(body);
        return new DeviceName(fields.text("provider"), fields.text("token"));
    }
}
