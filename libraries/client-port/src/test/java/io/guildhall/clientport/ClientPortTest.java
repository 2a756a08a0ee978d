package io.guildhall.clientport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the HTTP server that processes have, which Netty tells it of. */
class ClientPortTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serve() {
        new ClientPort(
                Settings.of(ClientPortConfig.class).with(Map.of("guildhall.connections.head-timeout", "0.3s")),
                Optional.empty(),
                1,
                2);
        HttpServerOptions options = new HttpServerOptions();
        new OneVersion().customizeHttpServer(options);
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end())
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET / HTTP/1.1\r\nX: ",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nX: ",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"
            })
    void whoeverNeverComesToTheEndOfAHeadIsSentAway(String begin) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(10);
            socket.getOutputStream().write(begin.getBytes(US_ASCII));
            StringBuilder heard = new StringBuilder();
            assertThat(endsWhileItDrips(socket, heard)).isTrue();
            assertThat(heard.toString()).doesNotContain("101 Switching");
        }
    }

    private static boolean endsWhileItDrips(Socket socket, StringBuilder heard) throws IOException {
        for (int count = 0; count < 1_000; count++) {
            try {
                int read = socket.getInputStream().read();
                if (read < 0) {
                    return true;
                }
                heard.append((char) read);
            } catch (SocketTimeoutException nothingYet) {
                try {
                    socket.getOutputStream().write('x');
                } catch (IOException closed) {
                    return true;
                }
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }
}
