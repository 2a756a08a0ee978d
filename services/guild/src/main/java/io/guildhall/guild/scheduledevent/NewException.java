package io.guildhall.guild.scheduledevent;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What is different one of the times that something recurs, and which time that is. */
public record NewException(ExceptionChange change, Given<Long> originalScheduledStartTime) {
    public static NewException of(JsonNode body) {
        return new NewException(ExceptionChange.of(body), new Fields(body).timestamp("original_scheduled_start_time"));
    }
}
