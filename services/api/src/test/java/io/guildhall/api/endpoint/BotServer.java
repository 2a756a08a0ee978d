package io.guildhall.api.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A bot that is called with its interactions, and answers as a test says. It looks at signatures unless it is told not to. */
final class BotServer implements AutoCloseable {
    private static final String X509 = "302a300506032b6570032100";

    private final HttpServer server;
    private final String verifyKey;
    final List<String> bodies = new CopyOnWriteArrayList<>();
    volatile boolean careless;
    volatile int status = 200;
    volatile String type = "application/json";
    volatile String answer = "{\"type\":1}";

    BotServer(String verifyKey) throws IOException {
        this.verifyKey = verifyKey;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/interactions";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (!careless && !isSigned(exchange, body)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        bodies.add(body);
        byte[] said = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
        exchange.close();
    }

    private boolean isSigned(HttpExchange exchange, String body) {
        String timestamp = exchange.getRequestHeaders().getFirst("X-Signature-Timestamp");
        String signature = exchange.getRequestHeaders().getFirst("X-Signature-Ed25519");
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(X509 + verifyKey))));
            check.update((timestamp + body).getBytes(UTF_8));
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
