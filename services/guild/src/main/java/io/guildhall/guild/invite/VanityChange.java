package io.guildhall.guild.invite;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of a guild's vanity URL; none at all, and an empty one, give it up. */
public record VanityChange(Given<String> code) {
    public static VanityChange of(JsonNode body) {
        return new VanityChange(new Fields(body).text("code"));
    }
}
