package io.guildhall.clientport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers when the test says so, and WebSockets. Whoever waits in vain here waits for an hour. */
@Timeout(30)
class RequestsUnderWayTest {
    private static final String UPGRADE =
            "GET /socket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<RoutingContext> asked = new LinkedBlockingQueue<>();
    private HttpServer server;

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private RequestsUnderWay serve(String patience) {
        RequestsUnderWay requests = new RequestsUnderWay(
                Settings.of(ClientPortConfig.class).with(Map.of("guildhall.connections.drain-timeout", patience)));
        Filters filters = new Filters();
        requests.register(filters);
        Router router = Router.router(vertx);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.get("/socket").handler(routing -> routing.request().toWebSocket());
        router.route().handler(asked::add);
        HttpServerOptions options = new HttpServerOptions();
        new OneVersion().customizeHttpServer(options);
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return requests;
    }

    private static CompletableFuture<Void> drain(RequestsUnderWay requests) {
        return CompletableFuture.runAsync(() -> {
            try {
                requests.drain(new ShutdownDelayInitiatedEvent());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read != '\r' && read >= 0;
                read = socket.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    @Test
    void whatIsUnderWayIsAnsweredAndNothingMoreIsTaken() throws Exception {
        RequestsUnderWay requests = serve("1h");
        try (Socket first = send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
            RoutingContext held = asked.take();
            CompletableFuture<Void> drained = drain(requests);
            while (!requests.isEnding()) {
                Thread.onSpinWait();
            }
            String answer;
            try (Socket second = send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
                answer = new String(second.getInputStream().readAllBytes(), US_ASCII);
            }
            assertThat(answer).startsWith("HTTP/1.1 503 ");
            assertThat(answer).contains("\"code\":0").contains("application/json");
            assertThat(drained).isNotDone();

            held.response().end();
            assertThat(line(first)).isEqualTo("HTTP/1.1 200 OK");
            drained.join();
        }
    }

    @Test
    void nobodyIsWaitedForWhoHasGone() throws Exception {
        RequestsUnderWay requests = serve("1h");
        send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc").close();
        asked.take();
        Socket reading = send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        asked.take().response().setChunked(true).write("a part");
        line(reading);
        reading.close();

        drain(requests).join();
    }

    @Test
    void webSocketsAreWaitedForByOthers() throws Exception {
        RequestsUnderWay requests = serve("1h");
        try (Socket open = send(UPGRADE)) {
            assertThat(line(open)).isEqualTo("HTTP/1.1 101 Switching Protocols");
            try (Socket closed = send(UPGRADE)) {
                assertThat(line(closed)).isEqualTo("HTTP/1.1 101 Switching Protocols");
            }
            drain(requests).join();
        }
    }

    @Test
    void theWaitIsBounded() throws Exception {
        RequestsUnderWay requests = serve("0.01s");
        try (Socket waiting = send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")) {
            RoutingContext held = asked.take();

            drain(requests).join();
            held.response().end();
            assertThat(line(waiting)).isEqualTo("HTTP/1.1 200 OK");
        }
    }
}
