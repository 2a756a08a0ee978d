package io.guildhall.guild.entitlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What an application begins to offer, as a request has it. */
public record NewSku(Given<String> name, Given<Long> type, Given<Long> flags) {
    public static NewSku of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewSku(fields.text("name"), fields.number("type"), fields.number("flags"));
    }
}
