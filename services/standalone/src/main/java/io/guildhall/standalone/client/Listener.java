package io.guildhall.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A bot at the gateway for a short while: it identifies, and sends no heartbeat, since it is gone before one is due. */
final class Listener implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int GUILDS_MESSAGES_AND_CONTENT = 1 | 1 << 9 | 1 << 15;
    private static final int PATIENCE_SECONDS = 30;
    /** More than anybody waits for here; what comes beyond is dropped. */
    private static final int MOST_EVENTS = 1_000;

    private final BlockingQueue<JsonNode> events = new ArrayBlockingQueue<>(MOST_EVENTS);
    private final StringBuilder frame = new StringBuilder();
    private WebSocket socket;

    private Listener() {}

    /** Connects to {@code ws://host/gateway} and sends IDENTIFY. */
    static Listener connect(String gateway, String token) throws IOException {
        Listener listener = new Listener();
        try {
            listener.socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(gateway + "?v=10&encoding=json"), listener)
                    .join();
        } catch (CompletionException failure) {
            throw new IOException("the gateway at " + gateway + " can't be reached", failure.getCause());
        }
        listener.identify(token);
        return listener;
    }

    private void identify(String token) throws JsonProcessingException {
        Map<String, Object> identify = Map.of(
                "token",
                token,
                "intents",
                GUILDS_MESSAGES_AND_CONTENT,
                "properties",
                Map.of("os", "any", "browser", "guildhall", "device", "guildhall"));
        socket.sendText(JSON.writeValueAsString(Map.of("op", 2, "d", identify)), true)
                .join();
    }

    /** The content of the first event of this name that fits. */
    JsonNode await(String name, Predicate<JsonNode> fits) throws InterruptedException {
        while (true) {
            JsonNode event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                throw new RefusedException("no " + name + " came from the gateway in " + PATIENCE_SECONDS + " s");
            }
            if (event.path("t").asText().equals(name) && fits.test(event.path("d"))) {
                return event.path("d");
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            try {
                events.offer(JSON.readTree(frame.toString()));
            } catch (JsonProcessingException malformed) {
                throw new RefusedException("the gateway sent what is no JSON");
            } finally {
                frame.setLength(0);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        socket.abort();
    }
}
