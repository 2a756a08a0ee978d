package io.guildhall.model.fact;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.push.PushReason;
import io.guildhall.model.rpc.Fact;

/**
 * A person is to be told of something on its devices. Facts about different things come in any order.
 *
 * @param userId who is told; 0 when the guild in whose log it stands has to be asked
 * @param subjectId the message, or the person or the event that it is about
 * @param channelId of the message, or 0
 * @param guildId of the channel, or 0
 * @param at when it was decided, in ms since 1970
 */
public record PushFact(long userId, PushReason reason, long subjectId, long channelId, long guildId, long at) {
    /** As it stands in {@link Fact#getTopic}. */
    public static final String TOPIC = "pushes";

    public static PushFact of(Fact fact) {
        return of(Json.parse(fact.getPayload()));
    }

    private static PushFact of(JsonNode payload) {
        return new PushFact(
                id(payload, "user_id"),
                PushReason.valueOf(payload.path("reason").asText()),
                id(payload, "subject_id"),
                id(payload, "channel_id"),
                id(payload, "guild_id"),
                payload.path("at").asLong());
    }

    public Fact fact() {
        return Fact.newBuilder()
                .setTopic(TOPIC)
                .setKey(TOPIC + ":" + Snowflake.format(subjectId))
                .setPayload(Json.bytes(Json.object()
                        .put("user_id", Snowflake.format(userId))
                        .put("reason", reason.name())
                        .put("subject_id", Snowflake.format(subjectId))
                        .put("channel_id", Snowflake.format(channelId))
                        .put("guild_id", Snowflake.format(guildId))
                        .put("at", at)))
                .build();
    }

    private static long id(JsonNode payload, String field) {
        return Snowflake.parse(payload.path(field).asText());
    }
}
