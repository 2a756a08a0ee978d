package io.guildhall.tests.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** The running instance that the acceptance tests are pointed at, as a person's client sees it. */
final class Instance {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicLong COUNTER = new AtomicLong(System.nanoTime());

    private final String api = System.getenv().getOrDefault("GUILDHALL_API", "http://127.0.0.1:8080/api");
    private final HttpClient http = HttpClient.newHttpClient();

    /** Base address with version and a slash at the end, as JDA wants it. */
    String restBase() {
        return api + "/v10/";
    }

    String gateway() throws IOException, InterruptedException {
        return call(null, "GET", "/gateway", null).path("url").asText();
    }

    /** Registers somebody and returns the token. */
    String register() throws IOException, InterruptedException {
        String name = "jda" + Long.toString(COUNTER.incrementAndGet(), 36);
        return call(null, "POST", "/auth/register", """
                        {"username": "%1$s", "email": "%1$s@example.org", "password": "a long enough password",
                         "date_of_birth": "1990-01-01", "consent": true}""".formatted(name))
                .path("token")
                .asText();
    }

    /** Makes a bot with every privileged intent, brings it into the guild with these permissions, and returns its token. */
    String bot(String owner, String guild, String permissions) throws IOException, InterruptedException {
        String application = call(owner, "POST", "/applications", "{\"name\": \"JDA bot\"}")
                .path("id")
                .asText();
        String token = call(owner, "POST", "/applications/" + application + "/bot", "{}")
                .path("token")
                .asText();
        int privileged = 1 << 13 | 1 << 15 | 1 << 19;
        call("Bot " + token, "PATCH", "/applications/@me", "{\"flags\": " + privileged + "}");
        call(
                owner,
                "POST",
                "/oauth2/authorize?client_id=" + application + "&scope=bot&permissions=" + permissions,
                "{\"guild_id\": \"" + guild + "\", \"authorize\": true}");
        return token;
    }

    JsonNode call(String authorization, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(api + "/v10" + path)).method(method, content);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        while (true) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 429) {
                double seconds = response.headers()
                        .firstValue("Retry-After")
                        .map(Double::parseDouble)
                        .orElse(1.0);
                Thread.sleep((long) (seconds * 1000) + 10);
                continue;
            }
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        }
    }
}
