package io.guildhall.voice.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.voice.message.CloseCode;

/** Fields of what clients say. What is not there or of another kind closes the connection. */
final class Given {
    private Given() {}

    static JsonNode object(JsonNode data) throws Refusal {
        if (!data.isObject()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return data;
    }

    static String text(JsonNode data, String name) throws Refusal {
        JsonNode value = object(data).path(name);
        if (!value.isTextual()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return value.asText();
    }

    static long id(JsonNode data, String name) throws Refusal {
        JsonNode value = object(data).path(name);
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        try {
            return Snowflake.parse(value.asText());
        } catch (IllegalArgumentException noId) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
    }
}
