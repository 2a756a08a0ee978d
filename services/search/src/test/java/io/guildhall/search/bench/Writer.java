package io.guildhall.search.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A person with a guild.
 *
 * @param api of the instance, without the version
 */
record Writer(HttpClient http, String api, String token, String guild, String channel) {
    private static final int DONE = 200;
    private static final int FIRST_FAILURE = 300;

    static Writer make(String api) {
        Writer nobody = new Writer(HttpClient.newHttpClient(), api, "", "", "");
        String name = "bench" + Long.toString(System.nanoTime(), 36);
        String token = nobody.must("POST", "/auth/register", """
            {"username": "%1$s", "email": "%1$s@example.org", "password": "a long enough password",
             "date_of_birth": "1990-01-01", "consent": true}\
            """.formatted(name))
                .path("token")
                .asText();
        JsonNode guild = new Writer(nobody.http(), api, token, "", "").must("POST", "/guilds", "{\"name\": \"Bench\"}");
        return new Writer(
                nobody.http(),
                api,
                token,
                guild.path("id").asText(),
                guild.path("system_channel_id").asText());
    }

    /** @return the message's id */
    String send(String content) {
        return must("POST", "/channels/" + channel + "/messages", "{\"content\": \"" + content + "\"}")
                .path("id")
                .asText();
    }

    /** Whether it is found now. */
    boolean finds(String word) {
        HttpResponse<String> answer = ask("GET", "/guilds/" + guild + "/messages/search?content=" + word, "");
        return answer.statusCode() == DONE
                && Json.parse(answer.body()).path("total_results").asInt() > 0;
    }

    private JsonNode must(String method, String path, String body) {
        HttpResponse<String> answer = ask(method, path, body);
        if (answer.statusCode() >= FIRST_FAILURE) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Json.parse(answer.body());
    }

    private HttpResponse<String> ask(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + "/v10" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ends);
        }
    }
}
