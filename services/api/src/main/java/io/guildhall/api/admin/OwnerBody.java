package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** To whom a guild goes. */
public record OwnerBody(Given<Long> ownerId) {
    public static OwnerBody of(JsonNode body) {
        return new OwnerBody(new Fields(body).snowflake("owner_id"));
    }
}
