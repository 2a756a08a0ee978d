package io.guildhall.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A cell that has every index, with nothing in it, or none and makes none, and answers writes as it is told to. */
final class AnsweringCell implements AutoCloseable {
    private static final int DONE = 200;
    private static final int WRONG = 400;
    private static final int NOT_FOUND = 404;
    private static final int NO_BODY = -1;

    private final HttpServer server;
    private volatile boolean indexes = true;
    private volatile int status = DONE;
    private volatile String answer = "{\"items\":[]}";

    AnsweringCell() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", exchange -> {
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> answer(exchange, indexes ? DONE : NOT_FOUND, "");
                case "PUT" -> answer(exchange, WRONG, "{\"error\":{\"type\":\"validation_exception\"}}");
                default -> answer(exchange, status, answer);
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

    /** As cells are listed. */
    String entry(String name) {
        return name + "=http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
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
        server.stop(0);
    }
}
