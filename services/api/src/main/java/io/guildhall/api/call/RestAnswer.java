package io.guildhall.api.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.error.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer to be sent.
 *
 * @param body JSON as UTF-8, unless a header names another type; empty for none
 */
public record RestAnswer(int status, byte[] body, Map<String, String> headers) {
    private static final byte[] NOTHING = {};
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";

    public static RestAnswer of(int status, byte[] json) {
        return new RestAnswer(status, json, Map.of());
    }

    public static RestAnswer of(int status, JsonNode json) {
        return of(status, json.isMissingNode() ? NOTHING : json.toString().getBytes(UTF_8));
    }

    public static RestAnswer of(ApiException refusal) {
        RestAnswer answer = of(refusal.status(), refusal.toBody());
        if (refusal.retryAfter() <= 0) {
            return answer;
        }
        return answer.with(Map.of("Retry-After", Long.toString((long) Math.ceil(refusal.retryAfter()))));
    }

    /** The header of a body that is no JSON. */
    public static Map<String, String> type(String mediaType) {
        return Map.of(CONTENT_TYPE, mediaType);
    }

    /** What the body is. */
    public String type() {
        return headers.getOrDefault(CONTENT_TYPE, JSON);
    }

    /** The same answer with these headers as well. */
    public RestAnswer with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new RestAnswer(status, body, all);
    }
}
