package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.gateway.Intent;

/**
 * IDENTIFY as the client sent it.
 *
 * @param token without {@code Bot }
 * @param intents the intents bit set; -1 when the client named none
 * @param presence JSON, empty when absent
 * @param capabilities bits of {@link Capability} and others
 */
record IdentifyRequest(
        String token, long intents, int shard, int shards, int largeThreshold, byte[] presence, long capabilities) {
    static final long NO_INTENTS = -1;
    private static final int SMALLEST_THRESHOLD = 50;
    private static final int LARGEST_THRESHOLD = 250;
    private static final int MOST_SHARDS = 65_536;
    private static final byte[] NO_PRESENCE = {};

    /** Reads the {@code d} of op 2; {@link Refusal} says with which code the connection closes. */
    static IdentifyRequest read(JsonNode data, long now) throws Refusal {
        if (!data.isObject() || !data.path("token").isTextual() || !objectOrAbsent(data.get("properties"))) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        int shard = 0;
        int shards = 1;
        JsonNode sharding = data.get("shard");
        if (sharding != null && !sharding.isNull()) {
            shard = shardNumber(sharding, 0);
            shards = shardNumber(sharding, 1);
            if (sharding.size() != 2 || shards < 1 || shards > MOST_SHARDS || shard < 0 || shard >= shards) {
                throw new Refusal(CloseCode.INVALID_SHARD);
            }
        }
        return new IdentifyRequest(
                withoutScheme(data.get("token").textValue()),
                intents(data.get("intents")),
                shard,
                shards,
                threshold(data.get("large_threshold")),
                presence(data.get("presence"), now),
                data.path("capabilities").asLong());
    }

    static String withoutScheme(String token) {
        String trimmed = token.strip();
        for (String scheme : new String[] {"Bot ", "Bearer "}) {
            if (trimmed.startsWith(scheme)) {
                return trimmed.substring(scheme.length()).strip();
            }
        }
        return trimmed;
    }

    private static int shardNumber(JsonNode sharding, int index) throws Refusal {
        JsonNode number = sharding.path(index);
        if (!sharding.isArray() || !number.isIntegralNumber() || !number.canConvertToInt()) {
            throw new Refusal(CloseCode.INVALID_SHARD);
        }
        return number.intValue();
    }

    private static long intents(JsonNode intents) throws Refusal {
        if (intents == null || intents.isNull()) {
            return NO_INTENTS;
        }
        if (!intents.isIntegralNumber()
                || !intents.canConvertToLong()
                || (intents.longValue() & ~Intent.ACCEPTED) != 0) {
            throw new Refusal(CloseCode.INVALID_INTENTS);
        }
        return intents.longValue() & Intent.ALL;
    }

    private static int threshold(JsonNode threshold) throws Refusal {
        if (threshold == null || threshold.isNull()) {
            return SMALLEST_THRESHOLD;
        }
        if (!threshold.isIntegralNumber()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return Math.clamp(threshold.longValue(), SMALLEST_THRESHOLD, LARGEST_THRESHOLD);
    }

    private static byte[] presence(JsonNode presence, long now) throws Refusal {
        return presence == null || presence.isNull() ? NO_PRESENCE : PresenceUpdate.read(presence, now);
    }

    private static boolean objectOrAbsent(JsonNode node) {
        return node == null || node.isNull() || node.isObject();
    }
}
