package io.guildhall.api.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A site on this machine. */
final class Site implements AutoCloseable {
    private record Content(String type, byte[] bytes) {}

    private final HttpServer server;
    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    Site() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void has(String path, String type, byte[] bytes) {
        contents.put(path, new Content(type, bytes));
    }

    void hasPage(String path, String head) {
        has(path, "text/html; charset=utf-8", ("<html><head>" + head + "</head><body>x</body></html>").getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Content content = contents.get(path);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            exchange.getResponseHeaders().set("Content-Type", content.type());
            exchange.sendResponseHeaders(200, content.bytes().length);
            exchange.getResponseBody().write(content.bytes());
        }
        exchange.close();
    }
}
