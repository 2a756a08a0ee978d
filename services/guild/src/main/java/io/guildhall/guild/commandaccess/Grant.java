package io.guildhall.guild.commandaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/**
 * A command is allowed, or forbidden, to those who bear a role, to one user, or in one channel.
 *
 * @param id a guild's own id stands for everybody as a role, and the number before it for all channels
 */
record Grant(long id, int type, boolean allows) {
    static final int ROLE = 1;
    static final int USER = 2;
    static final int CHANNEL = 3;

    static Grant of(JsonNode json) {
        return new Grant(
                Snowflake.parse(json.path("id").asText()),
                json.path("type").asInt(),
                json.path("permission").asBoolean());
    }

    boolean isFor(int kind, long thing) {
        return type == kind && id == thing;
    }

    ObjectNode json() {
        return Json.object().put("id", Snowflake.format(id)).put("type", type).put("permission", allows);
    }
}
