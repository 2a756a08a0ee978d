package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.api.call.RestAnswer;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.http.RequestPipeline;
import io.guildhall.model.operation.HttpMethod;
import io.guildhall.model.payload.Json;
import java.io.ByteArrayInputStream;

/** Requests to the API without a connection. */
public record Calls(RequestPipeline pipeline) {
    /** @param token with its scheme; null for nobody */
    public RestAnswer send(HttpMethod method, String path, String query, String token, String type, byte[] body) {
        return pipeline.answer(new RestRequest(
                method,
                "/v10" + path,
                query,
                name -> switch (name) {
                    case "Authorization" -> token;
                    case "Content-Type" -> type;
                    default -> null;
                },
                "127.0.0.1",
                new ByteArrayInputStream(body)));
    }

    public RestAnswer json(HttpMethod method, String path, String query, String token, String json) {
        return send(method, path, query, token, "application/json", json.getBytes(UTF_8));
    }

    /** An answer that must be a success. */
    public JsonNode done(HttpMethod method, String path, String token, String json) {
        int question = path.indexOf('?');
        RestAnswer answer = question < 0
                ? json(method, path, "", token, json)
                : json(method, path.substring(0, question), path.substring(question + 1), token, json);
        String body = new String(answer.body(), UTF_8);
        if (answer.status() >= 300) {
            throw new AssertionError(method + " " + path + " answered " + answer.status() + ": " + body);
        }
        return body.isEmpty() ? Json.object() : Json.parse(body);
    }
}
