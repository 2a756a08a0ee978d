package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A guild in GUILD_CREATE: everything a session needs to begin with. Lists that a guild can't fill yet are empty, never absent. */
@RegisterForReflection
public record GatewayGuild(
        @JsonUnwrapped GuildProperties properties,
        List<Role> roles,
        List<Emoji> emojis,
        List<JsonNode> stickers,
        String joinedAt,
        boolean large,
        int memberCount,
        List<VoiceState> voiceStates,
        List<Member> members,
        List<Channel> channels,
        List<JsonNode> threads,
        List<Presence> presences) {

    @JsonProperty("unavailable")
    boolean unavailable() {
        return false;
    }

    @JsonProperty("stage_instances")
    List<JsonNode> stageInstances() {
        return List.of();
    }

    @JsonProperty("guild_scheduled_events")
    List<JsonNode> guildScheduledEvents() {
        return List.of();
    }

    @JsonProperty("soundboard_sounds")
    List<JsonNode> soundboardSounds() {
        return List.of();
    }
}
