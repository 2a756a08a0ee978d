package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The first event of a session.
 *
 * @param user the session's own user, whole
 * @param guilds the guilds of this shard; each follows as GUILD_CREATE
 * @param shard absent when IDENTIFY had none
 * @param application absent for people
 */
@RegisterForReflection
public record Ready(
        int v,
        JsonNode user,
        List<UnavailableGuild> guilds,
        JsonNode privateChannels,
        String sessionId,
        String resumeGatewayUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> shard,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode application) {

    @JsonProperty("session_type")
    String sessionType() {
        return "normal";
    }

    @JsonProperty("relationships")
    List<JsonNode> relationships() {
        return List.of();
    }

    @JsonProperty("presences")
    List<JsonNode> presences() {
        return List.of();
    }

    @JsonProperty("guild_join_requests")
    List<JsonNode> guildJoinRequests() {
        return List.of();
    }
}
