package io.guildhall.api.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** The second step of a login. */
public record TicketBody(Given<String> ticket, Given<String> code) {
    public static TicketBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new TicketBody(fields.text("ticket"), fields.text("code"));
    }
}
