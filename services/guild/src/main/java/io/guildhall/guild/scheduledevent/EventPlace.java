package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Where an event is that is in none of the guild's channels. */
public record EventPlace(Given<String> location) {
    public static EventPlace of(JsonNode body) {
        return new EventPlace(new Fields(body).text("location"));
    }
}
