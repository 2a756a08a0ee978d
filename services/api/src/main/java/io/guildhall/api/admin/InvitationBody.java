package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** How often and how long an invitation is good. */
public record InvitationBody(Given<Long> maxUses, Given<Long> maxAge) {
    public static InvitationBody of(JsonNode body) {
        Fields fields = new Fields(body);
        return new InvitationBody(fields.number("max_uses"), fields.number("max_age"));
    }
}
