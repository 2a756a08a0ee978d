package io.guildhall.guild.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What begins on a stage. */
public record NewStage(StageChange change, Given<Long> guildScheduledEventId) {
    public static NewStage of(JsonNode body) {
        return new NewStage(StageChange.of(body), new Fields(body).snowflake("guild_scheduled_event_id"));
    }
}
