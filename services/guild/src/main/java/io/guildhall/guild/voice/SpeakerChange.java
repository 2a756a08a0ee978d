package io.guildhall.guild.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** Whether somebody on a stage listens only. */
public record SpeakerChange(Given<Long> channelId, Given<Boolean> suppress) {
    public static SpeakerChange of(JsonNode body) {
        Fields fields = new Fields(body);
        return new SpeakerChange(fields.snowflake("channel_id"), fields.flag("suppress"));
    }
}
