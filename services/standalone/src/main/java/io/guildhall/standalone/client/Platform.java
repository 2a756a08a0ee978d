package io.guildhall.standalone.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A running instance, as a person's client sees it. */
final class Platform {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;

    Platform(String url) {
        String trimmed = url.replaceAll("/+$", "");
        this.api = trimmed.endsWith("/api") ? trimmed : trimmed + "/api";
    }

    String api() {
        return api;
    }

    JsonNode get(String authorization, String path) throws IOException, InterruptedException {
        return send(authorization, "GET", path, null);
    }

    JsonNode post(String authorization, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(authorization, "POST", path, body);
    }

    JsonNode patch(String authorization, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(authorization, "PATCH", path, body);
    }

    private JsonNode send(String authorization, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return send(authorization, method, path, body, "");
    }

    /** @param reason for the audit log; may be empty */
    JsonNode send(String authorization, String method, String path, Map<String, ?> body, String reason)
            throws IOException, InterruptedException {
        HttpRequest request = request(authorization, method, path, body, reason);
        while (true) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == TOO_MANY_REQUESTS) {
                waitAsTold(response);
                continue;
            }
            if (response.statusCode() >= 300) {
                throw new RefusedException("%s %s was refused with %d: %s"
                        .formatted(method, path, response.statusCode(), response.body()));
            }
            return response.body().isEmpty() ? JsonNodeFactory.instance.nullNode() : JSON.readTree(response.body());
        }
    }

    private HttpRequest request(String authorization, String method, String path, Map<String, ?> body, String reason)
            throws IOException {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + "/v10" + path)).method(method, content);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!reason.isEmpty()) {
            request.header(
                    "X-Audit-Log-Reason", URLEncoder.encode(reason, UTF_8).replace("+", "%20"));
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private static void waitAsTold(HttpResponse<String> response) throws InterruptedException {
        double seconds = response.headers()
                .firstValue("Retry-After")
                .map(Double::parseDouble)
                .orElse(1.0);
        Thread.sleep((long) (seconds * 1000) + 10);
    }
}
