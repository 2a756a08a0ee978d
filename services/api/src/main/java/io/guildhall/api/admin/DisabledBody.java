package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Whether an account is kept from being used. */
public record DisabledBody(Given<Boolean> disabled) {
    public static DisabledBody of(JsonNode body) {
        return new DisabledBody(new Fields(body).flag("disabled"));
    }
}
