package io.guildhall.api.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import java.time.Clock;
import java.util.Collection;

/** What part of a list somebody asks for. */
record Page(long before, int limit) {
    private static final int USUAL = 50;
    /** Ids of other nodes may be a little ahead of this one's clock. */
    private static final long AHEAD = 60_000;

    static Page of(JsonNode query, Clock clock) {
        long newest = Snowflake.lowestAt(clock.millis() + AHEAD);
        long before = query.hasNonNull("before")
                ? Math.min(newest, Snowflake.parse(query.get("before").asText()))
                : newest;
        return new Page(before, query.path("limit").asInt(USUAL));
    }

    static ArrayNode list(Collection<? extends JsonNode> entries) {
        ArrayNode list = Json.array();
        entries.forEach(list::add);
        return list;
    }
}
