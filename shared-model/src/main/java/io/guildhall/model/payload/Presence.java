package io.guildhall.model.payload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * Whether somebody is there and what they do.
 *
 * @param user only its id
 * @param status online, idle, dnd or offline
 * @param clientStatus the status by kind of client: desktop, mobile, web
 */
@RegisterForReflection
public record Presence(
        UserId user,
        @JsonInclude(JsonInclude.Include.NON_NULL) String guildId,
        String status,
        List<JsonNode> activities,
        JsonNode clientStatus) {

    /** A user of whom nothing but the id is said. */
    @RegisterForReflection
    public record UserId(String id) {}
}
