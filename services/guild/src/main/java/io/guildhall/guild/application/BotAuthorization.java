package io.guildhall.guild.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What somebody answers who was asked whether a bot may come. */
public record BotAuthorization(Given<Long> permissions, Given<Boolean> authorize) {
    public static BotAuthorization of(JsonNode body) {
        Fields fields = new Fields(body);
        return new BotAuthorization(fields.permissions("permissions"), fields.flag("authorize"));
    }
}
