package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What a request says of a scheduled event that is there. */
public record EventChange(EventSettings settings, Given<Long> status) {
    public static EventChange of(JsonNode body) {
        return new EventChange(EventSettings.of(body), new Fields(body).number("status"));
    }
}
