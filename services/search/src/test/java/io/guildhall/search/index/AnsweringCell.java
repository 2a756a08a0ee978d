package io.guildhall.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.guildhall.model.payload.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A cell that has every index, with nothing in it, or none and makes none, and answers writes as it is told to. */
public final class AnsweringCell implements AutoCloseable {
    private static final int DONE = 200;
    private static final int WRONG = 400;
    private static final int NOT_FOUND = 404;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private volatile boolean indexes = true;
    private volatile int status = DONE;
    private volatile String answer = "{\"items\":[]}";
    private volatile String refused = "";
    private volatile CountDownLatch going = new CountDownLatch(0);
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    public AnsweringCell() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            awaitGoing();
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> answer(exchange, indexes ? DONE : NOT_FOUND, "");
                case "PUT" -> answer(exchange, WRONG, "{\"error\":{\"type\":\"validation_exception\"}}");
                default -> answer(exchange, status, refused.isEmpty() ? answer : each(body));
            }
        });
        server.start();
    }

    /** As one that has as many as it may have. */
    void makesNoIndex() {
        indexes = false;
    }

    /** Whole requests. */
    void answersWrites(int with) {
        status = with;
        answer = "<html>not for you</html>";
    }

    /** Each of the writes of a request. */
    void answersEachWrite(int with, String kind) {
        status = DONE;
        answer = "{\"items\":[{\"index\":{\"status\":" + with + ",\"error\":{\"type\":\"" + kind + "\"}}}]}";
    }

    /** Answers nothing until it is closed. */
    void stands() {
        going = new CountDownLatch(1);
    }

    private void awaitGoing() {
        try {
            going.await();
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes all documents but the one with this key, and says so of each. */
    public void refuses(String key) {
        refused = key;
    }

    /** Keys of what it took since. */
    public Set<String> taken() {
        return taken;
    }

    private String each(String body) {
        ObjectNode answers = Json.object();
        ArrayNode items = answers.putArray("items");
        for (String line :
                body.lines().filter(action -> action.startsWith("{\"index\"")).toList()) {
            String key = Json.parse(line).at("/index/_id").asText();
            ObjectNode item = items.addObject().putObject("index");
            if (key.equals(refused)) {
                item.put("status", WRONG).putObject("error").put("type", "document_parsing_exception");
            } else {
                taken.add(key);
                item.put("status", DONE);
            }
        }
        return Json.write(answers);
    }

    /** As cells are listed. */
    public String entry(String name) {
        return name + "=http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        if (body.length == 0) {
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        going.countDown();
        server.stop(0);
    }
}
