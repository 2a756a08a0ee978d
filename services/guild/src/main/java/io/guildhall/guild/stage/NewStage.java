package io.guildhall.guild.stage;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What begins on a stage. */
public record NewStage(StageChange change, Given<Long> guildScheduledEventId, Given<Boolean> sendStartNotification) {
    public static NewStage of(JsonNode body) {
        Fields fields = new Fields(body);
        return new NewStage(
                StageChange.of(body),
                fields.snowflake("guild_scheduled_event_id"),
                fields.flag("send_start_notification"));
    }
}
