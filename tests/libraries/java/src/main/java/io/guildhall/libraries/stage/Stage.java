package io.guildhall.libraries.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;

/** The scene that the runner has made, and the person in it (see ../../stage.js of the libraries' tests). */
public final class Stage {
    public static final String API = System.getenv("API_BASE");
    public static final String GATEWAY = System.getenv("GATEWAY_URL");
    public static final String TOKEN = System.getenv("BOT_TOKEN");
    public static final String SECOND_TOKEN = System.getenv("BOT_TOKEN_2");
    public static final String GUILD = System.getenv("GUILD_ID");
    public static final String CHANNEL = System.getenv("CHANNEL_ID");
    public static final String VOICE = System.getenv("VOICE_CHANNEL_ID");
    public static final String OWNER = System.getenv("OWNER_ID");
    public static final String BOT = System.getenv("BOT_ID");
    public static final String SECOND_BOT = System.getenv("BOT_ID_2");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Stage() {}

    /** Lets the person do something, and answers what came of it once it is done. */
    public static JsonNode ask(String action, Map<String, ?> parameters) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("STAGE_URL") + "/" + action))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(parameters)))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(action + ": " + answer.path("error").asText());
        }
        return answer;
    }

    /** Lets the person do something, and goes on meanwhile. */
    public static Future<JsonNode> asking(String action, Map<String, ?> parameters) {
        FutureTask<JsonNode> asking = new FutureTask<>(() -> ask(action, parameters));
        Thread.ofPlatform().daemon().start(asking);
        return asking;
    }

    /** The person writes. */
    public static void say(String channel, String content) throws IOException, InterruptedException {
        ask("say", Map.of("channel", channel, "content", content));
    }

    /** The person writes the numbers from one to below the other, as messages. */
    public static void count(int from, int to) throws IOException, InterruptedException {
        ask("count", Map.of("channel", CHANNEL, "from", from, "to", to));
    }

    /** What {@code count(0, amount)} writes. */
    public static List<String> numbers(int amount) {
        return IntStream.range(0, amount).mapToObj(number -> "number " + number).toList();
    }

    /** What the person counted; something said before may still have been on its way. */
    public static List<String> numbersIn(List<String> contents) {
        return contents.stream().filter(content -> content.startsWith("number")).toList();
    }

    /** The file behind an address. */
    public static String download(String address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
