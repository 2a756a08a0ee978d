package io.guildhall.guild.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.body.Fields;
import io.guildhall.model.body.Given;

/** What members say of their own voice states. */
public record MyVoiceState(SpeakerChange change, Given<Long> requestToSpeakTimestamp) {
    public static MyVoiceState of(JsonNode body) {
        return new MyVoiceState(SpeakerChange.of(body), new Fields(body).timestamp("request_to_speak_timestamp"));
    }
}
