package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Where and how somebody is in voice. */
@RegisterForReflection
public record VoiceState(
        String guildId,
        String channelId,
        String userId,
        @JsonInclude(JsonInclude.Include.NON_NULL) Member member,
        String sessionId,
        boolean deaf,
        boolean mute,
        boolean selfDeaf,
        boolean selfMute,
        boolean selfVideo,
        boolean suppress,
        String requestToSpeakTimestamp) {

    @JsonProperty("self_stream")
    boolean selfStream() {
        return false;
    }
}
