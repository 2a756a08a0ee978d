package io.guildhall.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A gateway session that hands the content of every message on. */
final class Receiver implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** GUILDS, GUILD_MESSAGES and MESSAGE_CONTENT. */
    private static final int INTENTS = 1 | 1 << 9 | 1 << 15;

    private final String token;
    private final StringBuilder text = new StringBuilder();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private volatile Consumer<String> listener = content -> {};
    private volatile Consumer<JsonNode> interactions = interaction -> {};
    private volatile IntConsumer sizes = size -> {};
    private volatile long sequence;

    private Receiver(String token) {
        this.token = token;
    }

    static Receiver connect(URI gateway, String token) throws InterruptedException {
        Receiver receiver = new Receiver(token);
        HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(gateway + "/?v=10&encoding=json"), receiver)
                .join();
        if (!receiver.ready.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gateway did not become ready");
        }
        return receiver;
    }

    void onMessage(Consumer<String> consumer) {
        listener = consumer;
    }

    /** Hears what people want of the application. */
    void onInteraction(Consumer<JsonNode> consumer) {
        interactions = consumer;
    }

    /** Hears the size in bytes of every frame that brings a message. */
    void onFrame(IntConsumer consumer) {
        sizes = consumer;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            take(socket, text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void take(WebSocket socket, String frame) {
        JsonNode parsed = parse(frame);
        sequence = Math.max(sequence, parsed.path("s").asLong());
        switch (parsed.path("op").asInt()) {
            case 10 -> begin(socket, parsed.path("d").path("heartbeat_interval").asLong());
            case 0 -> {
                if (parsed.path("t").asText().equals("MESSAGE_CREATE")) {
                    sizes.accept(frame.getBytes(StandardCharsets.UTF_8).length);
                }
                dispatch(parsed.path("t").asText(), parsed.path("d"));
            }
            default -> {}
        }
    }

    private void dispatch(String name, JsonNode data) {
        switch (name) {
            case "MESSAGE_CREATE" -> listener.accept(data.path("content").asText());
            case "INTERACTION_CREATE" -> interactions.accept(data);
            case "GUILD_CREATE" -> ready.countDown();
            default -> {}
        }
    }

    private void begin(WebSocket socket, long interval) {
        String identify = """
            {"op": 2, "d": {"token": "%s", "intents": %d, "properties": {"os": "linux"}}}\
            """;
        socket.sendText(identify.formatted(token, INTENTS), true);
        heart.scheduleAtFixedRate(
                () -> socket.sendText("{\"op\": 1, \"d\": " + sequence + "}", true),
                interval,
                interval,
                TimeUnit.MILLISECONDS);
    }

    private static JsonNode parse(String frame) {
        try {
            return JSON.readTree(frame);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
