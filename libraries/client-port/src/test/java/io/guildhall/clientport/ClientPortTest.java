package io.guildhall.clientport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.testing.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the HTTP server that processes have, which Netty tells it of. */
class ClientPortTest {
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serve() {
        serve("1m");
    }

    /** From now on, with so much time for a head, and for what is left of a request that is answered. */
    private void serve(String headTimeout) {
        OneVersion http = new OneVersion();
        new ClientPort(
                Settings.of(ClientPortConfig.class).with(Map.of("guildhall.connections.head-timeout", headTimeout)),
                http,
                Optional.empty(),
                1,
                Optional.of(2));
        HttpServerOptions options = new HttpServerOptions();
        http.customizeHttpServer(options);
        server = vertx.createHttpServer(options)
                .requestHandler(ClientPortTest::answer)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** When the whole request is there, unless it is for those who do not want to know. */
    private static void answer(HttpServerRequest request) {
        if (request.path().equals("/early")) {
            request.response().end();
        } else {
            request.end().onSuccess(whole -> request.response().end());
        }
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
                "GET / HTTP/1.1\r\n"
                        + "Host: a\r\n"
                        + "Connection: Upgrade, HTTP2-Settings\r\n"
                        + "Upgrade: h2c\r\n"
                        + "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"
            })
    void whoeverNeverComesToTheEndOfAHeadIsSentAway(String begin) throws IOException {
        serve("1s");
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
                "Host: another",
                ": empty"
            })
    void whatTwoServersMayReadDifferentlyIsRefusedAndNothingBehindItIsRead(String unclear) throws IOException {
        String heard = all("POST / HTTP/1.1\r\nHost: a\r\n" + unclear
                + "\r\n\r\n3\r\nabc\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 400 ").doesNotContain("HTTP/1.1 200");
        assertThat(heard.split("HTTP/1", -1)).hasSize(2);
    }

    /** The first would be two bytes, as the size wraps, and what follows another request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "100000002\r\nab\r\n0\r\n\r\n",
                "1\r\na\r\n100000000\r\n\r\n",
                "1\r\na\r\nfffffffffffffffffffff2\r\nab\r\n0\r\n\r\n",
                "80000000\r\nab\r\n0\r\n\r\n",
                "-2\r\nab\r\n0\r\n\r\n",
                "0x2\r\nab\r\n0\r\n\r\n",
                "zz\r\nab\r\n0\r\n\r\n",
                "2\r\nabc\r\n0\r\n\r\n",
                "2\nab\n0\n\n",
                "2;\nxx\r\nab\r\n0\r\n\r\n"
            })
    void chunksThatTwoServersMayCountDifferentlyEndTheConnection(String chunks) throws IOException {
        String heard = all("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
                + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 400 ").endsWith("{\"message\":\"400: Bad Request\",\"code\":0}");
        assertThat(heard.split("HTTP/1", -1)).hasSize(2);
    }

    /** Requests may take many minutes, but not those that are answered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n",
                "GET /early HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n",
                "POST /early HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n\r\nPOST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"
            })
    void whoIsAnsweredDoesNotGoOnSendingForLong(String begin) throws IOException {
        serve("1s");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(10);
            socket.getOutputStream().write(begin.getBytes(US_ASCII));
            StringBuilder heard = new StringBuilder();
            assertThat(endsWhileItDrips(socket, heard)).isTrue();
            assertThat(heard.toString()).contains("HTTP/1.1 200");
        }
    }

    @Test
    void whoIsAnsweredEarlyMayAskAgainOnTheSameConnection() throws Exception {
        serve("2s");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            for (int count = 0; count < 2; count++) {
                socket.getOutputStream()
                        .write("POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n".getBytes(US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                        .isEqualTo("HTTP/1.1 200");
                socket.getInputStream().readNBytes(socket.getInputStream().available());
                socket.getOutputStream().write('x');
                // Longer than what is left of a request may take.
                Thread.sleep(2_100);
            }
        }
    }

    @Test
    void whoWasAnsweredBeforeGetsThatAnswer() throws IOException {
        String heard = all("POST /early HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
                + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 200 ");
        assertThat(heard.split("HTTP/1", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000})
    void chunksAreCountedHoweverTheirBytesArrive(int atOnce) throws IOException {
        String request = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n00A\r\n0123456789\r\n0\r\nX: y\r\n\r\n"
                + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setTcpNoDelay(true);
            for (int from = 0; from < request.length(); from += atOnce) {
                socket.getOutputStream()
                        .write(request.substring(from, Math.min(from + atOnce, request.length()))
                                .getBytes(US_ASCII));
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII).split("HTTP/1.1 200", -1))
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET http://a:b@a/ HTTP/1.1 | 400",
                "GET http://other/ HTTP/1.1 | 400",
                "GET ftp://a/ HTTP/1.1 | 400",
                "GET http:///x HTTP/1.1 | 400",
                "GET a:80 HTTP/1.1 | 400",
                "GET * HTTP/1.1 | 400",
                "GET \\x HTTP/1.1 | 400",
                "GET /a b HTTP/1.1 | 400",
                "GET /a% HTTP/1.1 | 400",
                "GET /a%4 HTTP/1.1 | 400",
                "GET /a%zz?b HTTP/1.1 | 400",
                "GET /a?% HTTP/1.1 | 400",
                "GET /?b=%4&c HTTP/1.1 | 400",
                "GET /a?b=%u0041 HTTP/1.1 | 400",
                "GET /a\\b HTTP/1.1 | 400",
                "GET /a\u0000b HTTP/1.1 | 400",
                "CONNECT a:80 HTTP/1.1 | 405",
                "TRACE / HTTP/1.1 | 405",
                "get / HTTP/1.1 | 405",
                "NONE / HTTP/1.1 | 405",
                "GET / HTTP/1.2 | 505",
                "GET / HTTP/2.0 | 505",
                "GET / HTTPS/1.1 | 505",
                "PRI * HTTP/2.0 | 505",
                "GET /LONG HTTP/1.1 | 414",
                "GET / HTTP/1.1~X: LONG | 431",
                "GET / HTTP/1.1~X : y | 400",
                "GET / HTTP/1.1~X | 400"
            })
    void whatNeverBecomesARequestIsAnsweredLikeEveryOtherError(String head, int status) throws IOException {
        String heard = all(head.replace("~", "\r\n").replace("LONG", "x".repeat(20_000)) + "\r\nHost: a\r\n\r\n"
                + "GET / HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 " + status + " ").contains("{\"message\":\"" + status + ": ");
        assertThat(heard.split("HTTP/1", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%41%2f%00?%00\\?%2f", "/a;b//c/../d", "/~!$&'()*+,=:@", "/?", "/\u00e4"})
    void whatIsAPathBecomesARequest(String path) throws IOException {
        assertThat(all("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void anAddressAsAWholeIsTakenForTheHostThatItIsSentTo() throws IOException {
        assertThat(all("GET http://A/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void chunksAreOfTheFirstVersionThatHasThem() throws IOException {
        assertThat(all("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aBodyInChunksIsRead() throws IOException {
        assertThat(all("POST / HTTP/1.1\r\n"
                        + "Host: a\r\n"
                        + "Transfer-Encoding: Chunked\r\n"
                        + "Connection: close\r\n\r\n"
                        + "3\r\n"
                        + "abc\r\n"
                        + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /** Until the server closes the connection. */
    private String all(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
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
