package io.guildhall.model.fact;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Fact;

/** A person has a device to be told on, or has none any more. Facts of one person come in order. */
public record DeviceFact(long userId, boolean any) {
    /** As it stands in {@link Fact#getTopic}. */
    public static final String TOPIC = "devices";

    public static DeviceFact of(Fact fact) {
        JsonNode payload = Json.parse(fact.getPayload());
        return new DeviceFact(
                Snowflake.parse(payload.path("user_id").asText()),
                payload.path("any").asBoolean());
    }

    public Fact fact() {
        return Fact.newBuilder()
                .setTopic(TOPIC)
                .setKey(TOPIC)
                .setPayload(Json.bytes(
                        Json.object().put("user_id", Snowflake.format(userId)).put("any", any)))
                .build();
    }
}
