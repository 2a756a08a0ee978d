package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.gateway.CloseCode;
import io.guildhall.model.id.Snowflake;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Snowflakes in what clients send: strings, or numbers from libraries that are careless about 64 bits. */
final class Ids {
    private Ids() {}

    static long read(String id) throws Refusal {
        try {
            return Snowflake.parse(id);
        } catch (NumberFormatException malformed) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
    }

    static long read(JsonNode node) throws Refusal {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
            return node.longValue();
        }
        if (!node.isTextual()) {
            throw new Refusal(CloseCode.DECODE_ERROR);
        }
        return read(node.textValue());
    }

    /** One id or a list of ids, each once; nothing for an absent or null field. */
    static List<Long> readAll(JsonNode node) throws Refusal {
        Set<Long> ids = new LinkedHashSet<>();
        if (node.isArray()) {
            for (JsonNode element : node) {
                ids.add(read(element));
            }
        } else if (!absent(node)) {
            ids.add(read(node));
        }
        return List.copyOf(ids);
    }

    static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
