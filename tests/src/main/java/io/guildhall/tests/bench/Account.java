package io.guildhall.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A person with a guild and a bot, made for one measurement.
 *
 * @param channel the channel to write to
 */
record Account(
        HttpClient http,
        String base,
        String token,
        String application,
        String guild,
        String channel,
        String botToken,
        String gateway) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MESSAGE_CONTENT = 1 << 19;

    static Account make(String api) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        Account nobody = new Account(http, api + "/v10", "", "", "", "", "", "");
        String name = "bench" + Long.toString(System.nanoTime(), 36);
        String token =
                nobody.post("/auth/register", """
                    {"username": "%1$s", "email": "%1$s@example.org", "password": "a long enough password",
                     "date_of_birth": "1990-01-01", "consent": true}\
                    """.formatted(name)).path("token").asText();
        Account person = new Account(http, api + "/v10", token, "", "", "", "", "");
        String application =
                person.post("/applications", "{\"name\": \"Bench\"}").path("id").asText();
        person.call("PATCH", "/applications/" + application, "{\"flags\": " + MESSAGE_CONTENT + "}");
        String bot = person.post("/applications/" + application + "/bot", "{}")
                .path("token")
                .asText();
        JsonNode guild = person.makeGuild(application);
        String gateway = person.call("GET", "/gateway", "").path("url").asText();
        return new Account(
                http,
                api + "/v10",
                token,
                application,
                guild.path("id").asText(),
                guild.path("system_channel_id").asText(),
                bot,
                gateway);
    }

    /** Nobody in particular, who may write to a {@link BareRoad}. */
    static Account ofBareRoad(int port) {
        String token = "x".repeat(70);
        return new Account(
                HttpClient.newHttpClient(),
                "http://localhost:" + port,
                token,
                "",
                "",
                "0",
                token,
                "ws://localhost:" + port + "/gateway");
    }

    /** One more guild with the bot in it. */
    void makeGuild() throws IOException, InterruptedException {
        makeGuild(application);
    }

    private JsonNode makeGuild(String ofApplication) throws IOException, InterruptedException {
        JsonNode guild = post("/guilds", "{\"name\": \"Bench\"}");
        post(
                "/oauth2/authorize?client_id=" + ofApplication + "&scope=bot&permissions=8",
                "{\"guild_id\": \"" + guild.path("id").asText() + "\", \"authorize\": true}");
        return guild;
    }

    void send(String content) {
        sendBody("{\"content\": \"" + content + "\"}");
    }

    /** @param body of the request */
    void sendBody(String body) {
        try {
            post("/channels/" + channel + "/messages", body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The same as its bot. */
    Account asBot() {
        return new Account(http, base, "Bot " + botToken, application, guild, channel, botToken, gateway);
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return call("POST", path, body);
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
    }
}
