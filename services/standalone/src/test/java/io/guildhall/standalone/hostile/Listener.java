package io.guildhall.standalone.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A session at the gateway, as JSON without compression; what is sent to it waits until somebody asks. */
final class Listener implements WebSocket.Listener, AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int HEARTBEAT = 1;
    private static final int ACKNOWLEDGEMENT = 11;
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final StringBuilder frame = new StringBuilder();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    private Listener(URI gateway) {
        socket = client.newWebSocketBuilder().buildAsync(gateway, this).join();
    }

    /** Logs in and waits until the session knows its guild. */
    static Listener identify(URI gateway, String token, long intents) throws InterruptedException {
        Listener listener = ready(gateway, token, intents);
        listener.until(event -> event.path("t").asText().equals("GUILD_CREATE"));
        return listener;
    }

    /** Logs in and waits until the session is there, with guilds or without. */
    static Listener ready(URI gateway, String token, long intents) throws InterruptedException {
        Listener listener = new Listener(gateway);
        listener.send("""
            {"op":2,"d":{"token":"%s","intents":%d,"properties":{"os":"x","browser":"x","device":"x"}}}
            """.formatted(token, intents));
        listener.until(event -> event.path("t").asText().equals("READY"));
        listener.keepAlive();
        return listener;
    }

    /** What came up to the first event that is this one, which is the last of the list. */
    List<JsonNode> until(Predicate<JsonNode> last) throws InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        while (true) {
            JsonNode next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing more came after " + events);
            }
            events.add(next);
            if (last.test(next)) {
                return events;
            }
        }
    }

    /** Keeps the session, which is asked for one now and then, however long the test takes for what it does meanwhile. */
    private void keepAlive() {
        Thread.startVirtualThread(() -> {
            try {
                while (!socket.isOutputClosed()) {
                    Thread.sleep(EVERY);
                    heartbeat();
                }
            } catch (InterruptedException | RuntimeException ended) {
                // So has the session, which who waits for events of it finds out.
            }
        });
    }

    private void heartbeat() {
        send("{\"op\":%d,\"d\":null}".formatted(HEARTBEAT));
    }

    private synchronized void send(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            JsonNode whole = Json.parse(frame.toString());
            frame.setLength(0);
            // Else who waits for something that never comes would wait forever.
            if (whole.path("op").asInt() != ACKNOWLEDGEMENT) {
                received.add(whole);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
