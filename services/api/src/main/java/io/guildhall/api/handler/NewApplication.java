package io.guildhall.api.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What an application is to be. */
record NewApplication(Given<String> name, Given<String> description) {
    static NewApplication of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewApplication(fields.text("name"), fields.text("description"));
    }
}
