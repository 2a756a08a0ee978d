package io.guildhall.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.gateway.etf.MalformedTermException;
import io.guildhall.gateway.etf.TermReader;
import io.guildhall.gateway.etf.TermWriter;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client of the gateway that speaks JSON or terms over any of the compressions. What it says and hears is JSON to its users. */
public final class TestClient implements AutoCloseable {
    private static final int HELLO = 10;
    private final TestSocket socket;
    private final Inflating inflating;
    private final boolean terms;
    private long lastSequence;
    private String sessionId;

    private TestClient(TestSocket socket, Inflating inflating, boolean terms) {
        this.socket = socket;
        this.inflating = inflating;
        this.terms = terms;
    }

    /** Connects and takes HELLO. */
    public static TestClient connect(URI base, String query) throws Exception {
        TestClient client = eager(base, query);
        JsonNode hello = client.next();
        if (hello.path("op").asInt() != HELLO) {
            throw new IllegalStateException("not HELLO: " + hello);
        }
        return client;
    }

    /** Connects and waits for nothing. */
    public static TestClient eager(URI base, String query) throws Exception {
        Inflating inflating = query.contains("zlib-stream")
                ? new ZlibInflating()
                : query.contains("zstd-stream") ? new ZstandardInflating() : Inflating.NOTHING;
        return new TestClient(TestSocket.connect(URI.create(base + query)), inflating, query.contains("encoding=etf"));
    }

    public JsonNode next() throws InterruptedException {
        TestSocket.Frame frame = socket.next();
        if (frame.isClose()) {
            throw new IllegalStateException("closed with " + frame.closeCode());
        }
        JsonNode message = read(inflating.inflate(frame.payload()));
        if (message.path("s").isNumber()) {
            lastSequence = message.get("s").asLong();
        }
        return message;
    }

    private JsonNode read(byte[] message) {
        if (!terms) {
            return Json.parse(new String(message, StandardCharsets.UTF_8));
        }
        try {
            return TermReader.read(message);
        } catch (MalformedTermException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** The {@code d} of the next message, which must be a dispatch with this name. */
    public JsonNode event(String name) throws InterruptedException {
        JsonNode message = next();
        if (!message.path("t").asText().equals(name)) {
            throw new IllegalStateException("not " + name + ": " + message);
        }
        return message.get("d");
    }

    /** The next message, which must have this opcode. */
    public JsonNode opcode(int opcode) throws InterruptedException {
        JsonNode message = next();
        if (message.path("op").asInt() != opcode) {
            throw new IllegalStateException("not op " + opcode + ": " + message);
        }
        return message;
    }

    /** Identifies and takes READY, and what follows it for people. */
    public JsonNode identify(String token, long intents) throws Exception {
        return identify(token, intents, "");
    }

    /** Identifies with more fields, each with a comma before it. */
    public JsonNode identify(String token, long intents, String more) throws Exception {
        sendIdentify(token, intents, more);
        JsonNode ready = event("READY");
        sessionId = ready.get("session_id").asText();
        if (token.startsWith("person-")) {
            event("READY_SUPPLEMENTAL");
        }
        return ready;
    }

    public void sendIdentify(String token, long intents, String more) throws IOException {
        send("{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"intents\":" + intents
                + ",\"properties\":{\"$os\":\"linux\",\"$browser\":\"test\",\"$device\":\"test\"}" + more + "}}");
    }

    public void sendResume(String token, String session, long sequence) throws IOException {
        send("{\"op\":6,\"d\":{\"token\":\"" + token + "\",\"session_id\":\"" + session + "\",\"seq\":" + sequence
                + "}}");
    }

    public void heartbeat() throws Exception {
        send("{\"op\":1,\"d\":" + lastSequence + "}");
        opcode(11);
    }

    public void send(String text) throws IOException {
        if (terms) {
            socket.sendBinary(TermWriter.message(text.getBytes(StandardCharsets.UTF_8)));
        } else {
            socket.send(text);
        }
    }

    public TestSocket socket() {
        return socket;
    }

    public long lastSequence() {
        return lastSequence;
    }

    public String sessionId() {
        return sessionId;
    }

    public int closeCode() throws InterruptedException {
        return socket.closeCode();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
