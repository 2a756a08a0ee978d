package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.gateway.CloseCode;

/**
 * RESUME as the client sent it.
 *
 * @param token without {@code Bot }
 * @param sequence the last sequence number that the client received
 */
record ResumeRequest(String token, String sessionId, long sequence) {
    static ResumeRequest read(JsonNode data) throws Refusal {
        JsonNode sequence = data.path("seq");
        if (!data.isObject()
                || !data.path("token").isTextual()
                || !data.path("session_id").isTextual()
                || !(sequence.isNull() || sequence.isIntegralNumber() && sequence.canConvertToLong())) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return new ResumeRequest(
                IdentifyRequest.withoutScheme(data.get("token").textValue()),
                data.get("session_id").textValue(),
                sequence.asLong(0));
    }
}
