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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the HTTP server that processes have, which Netty tells it of. */
class ClientPortTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serve() {
        OneVersion http = new OneVersion();
        new ClientPort(
                Settings.of(ClientPortConfig.class).with(Map.of("guildhall.connections.head-timeout", "0.3s")),
                http,
                Optional.empty(),
                1,
                Optional.of(2));
        HttpServerOptions options = new HttpServerOptions();
        http.customizeHttpServer(options);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 3",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Content-Length: 3\r\nContent-Length: 4",
                "Content-Length: 3, 3",
                "Content-Length: +3",
                "Content-Length : 3",
                "Host: another"
            })
    void whatTwoServersMayReadDifferentlyIsRefusedAndNothingBehindItIsRead(String unclear) throws IOException {
        String heard = all("POST / HTTP/1.1\r\nHost: a\r\n" + unclear
                + "\r\n\r\n3\r\nabc\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 400 ").doesNotContain("HTTP/1.1 200");
        assertThat(heard.split("HTTP/1", -1)).hasSize(2);
    }

    @Test
    void chunksAreOfTheFirstVersionThatHasThem() throws IOException {
        assertThat(all("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.0 400 ");
    }

    @Test
    void aBodyInChunksIsRead() throws IOException {
        assertThat(
                        all(
                                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /** Until the server closes the connection. */
    private String all(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
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
