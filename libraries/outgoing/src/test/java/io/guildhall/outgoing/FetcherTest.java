package io.guildhall.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.outgoing.OutgoingException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of real servers on loopback, which the operator allows here; some of them mean no good. */
class FetcherTest {
    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello";

    private final Outside outside = Outside.withLoopback();

    @AfterEach
    void close() throws IOException {
        outside.close();
    }

    @Test
    void anAnswerComesBackWithItsHeaders() throws IOException {
        int port = outside.serve(HELLO);

        OutgoingAnswer answer = outside.get("http://127.0.0.1:" + port + "/path?query=1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.body()).isEqualTo("hello".getBytes(UTF_8));
        assertThat(outside.heads.peek())
                .startsWith("GET /path?query=1 HTTP/1.1\r\n")
                .contains("Accept: text/html");
    }

    @Test
    void theServerIsToldTheNameAndCalledAtTheAddressThatWasChecked() throws IOException {
        outside.name("site.example", "10.0.0.1", "127.0.0.1");
        int port = outside.serve(HELLO);

        assertThat(outside.get("http://Site.Example:" + port).status()).isEqualTo(200);
        assertThat(outside.heads.peek()).containsIgnoringCase("host: site.example:" + port);
    }

    @Test
    void anAddressIsJudgedWithoutBeingCalled() throws IOException {
        outside.name("public.example", "93.184.216.34");
        outside.name("private.example", "192.168.0.1");
        int port = outside.serve(HELLO);

        outside.fetcher.requireCallable(URI.create("https://public.example/x"), Duration.ofSeconds(5));
        outside.fetcher.requireCallable(URI.create("http://127.0.0.1:" + port + "/x"), Duration.ofSeconds(5));

        assertThat(judged("http://public.example/x")).isEqualTo(Reason.ADDRESS);
        assertThat(judged("https://private.example/x")).isEqualTo(Reason.FORBIDDEN);
        assertThat(judged("file:///etc/passwd")).isEqualTo(Reason.ADDRESS);
        assertThat(outside.heads).isEmpty();
    }

    @Test
    void aBodyIsPosted() throws IOException {
        int port = outside.serve(HELLO);

        OutgoingAnswer answer = outside.fetcher.fetch(new OutgoingRequest(
                URI.create("http://127.0.0.1:" + port + "/"),
                Map.of("X-Signature", "abc"),
                "{}".getBytes(UTF_8),
                new Bounds(Duration.ofSeconds(5), 1000, false, 0)));

        assertThat(answer.isSuccess()).isTrue();
        assertThat(outside.heads.peek())
                .startsWith("POST / HTTP/1.1\r\n")
                .containsIgnoringCase("content-length: 2")
                .contains("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/",
                "http://10.0.0.1:%d/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2130706434:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.2]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://private.example:%d/"
            })
    void whatIsNotAllowedIsNotConnectedTo(String url) throws IOException {
        outside.name("private.example", "192.168.0.1", "fd00::1");
        int port = outside.serve(HELLO);

        assertThat(reason(url.formatted(port))).isEqualTo(Reason.FORBIDDEN);
        assertThat(outside.heads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "http:///nowhere",
                "http://user:word@127.0.0.1/",
                "http://127.0.0.1:0/",
                "http://127.0.0.1:70000/",
                "http://under_score.example/",
                "relative"
            })
    void someAddressesAreNeverCalled(String url) {
        assertThat(reason(url)).isEqualTo(Reason.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://private.example/", "http://[fd00:ec2::254]/"})
    void whatAnAnswerLeadsToIsCheckedLikeTheFirst(String next) throws IOException {
        outside.name("private.example", "192.168.0.1");
        int port = outside.serve("HTTP/1.1 302 Found\r\nLocation: " + next + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(reason("http://127.0.0.1:" + port + "/")).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void otherSchemesAreNotFollowed() throws IOException {
        int port = outside.serve("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");

        assertThat(reason("http://127.0.0.1:" + port + "/")).isEqualTo(Reason.ADDRESS);
    }

    @Test
    void anAnswerThatLeadsToAnotherIsFollowed() throws IOException {
        int last = outside.serve(HELLO);
        int first = outside.serve(
                "HTTP/1.1 301 Moved\r\nLocation: //127.0.0.1:" + last + "/there\r\nContent-Length: 0\r\n\r\n");

        OutgoingAnswer answer = outside.get("http://127.0.0.1:" + first + "/");

        assertThat(answer.url()).isEqualTo(URI.create("http://127.0.0.1:" + last + "/there"));
    }

    @Test
    void circlesEnd() throws IOException {
        int port = outside.serve("HTTP/1.1 307 Again\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        assertThat(reason("http://127.0.0.1:" + port + "/")).isEqualTo(Reason.REDIRECTS);
        assertThat(outside.heads).hasSize(4);
    }

    @Test
    void aLargeAnswerIsRefusedOrCut() throws IOException {
        int port = outside.serve(FetcherTest::endless);
        String url = "http://127.0.0.1:" + port + "/";

        assertThat(reason(url)).isEqualTo(Reason.TOO_LARGE);
        assertThat(outside.get(url, new Bounds(Duration.ofSeconds(5), 1000, true, 0))
                        .body())
                .hasSize(1000);
    }

    @Test
    void anAnswerThatComesInDropsEndsWithTheTime() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        int port = outside.serve(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".getBytes(UTF_8));
            out.flush();
            never.await();
        });

        assertThat(reason("http://127.0.0.1:" + port + "/", new Bounds(Duration.ofMillis(300), 1000, false, 0)))
                .isEqualTo(Reason.TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-server\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort"})
    void whatIsNoAnswerIsNone(String said) throws IOException {
        int port = outside.serve(said);

        assertThat(reason("http://127.0.0.1:" + port + "/")).isEqualTo(Reason.BROKEN);
    }

    @Test
    void endlessHeadersAreNotRead() throws IOException {
        int port = outside.serve(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            for (int header = 0; header < 100_000; header++) {
                out.write("X-Header-%d: value\r\n".formatted(header).getBytes(UTF_8));
            }
        });

        assertThat(reason("http://127.0.0.1:" + port + "/")).isEqualTo(Reason.BROKEN);
    }

    @Test
    void anUnknownNameIsSaidToBeSo() {
        assertThat(reason("http://nobody.invalid/")).isEqualTo(Reason.UNKNOWN_HOST);
    }

    static void endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
        for (int chunk = 0; chunk < 100_000; chunk++) {
            out.write("64\r\n".getBytes(UTF_8));
            out.write(new byte[100]);
            out.write("\r\n".getBytes(UTF_8));
        }
    }

    private Reason judged(String url) {
        return catchThrowableOfType(
                        OutgoingException.class,
                        () -> outside.fetcher.requireCallable(URI.create(url), Duration.ofSeconds(5)))
                .reason();
    }

    private Reason reason(String url) {
        return reason(url, new Bounds(Duration.ofSeconds(5), 1000, false, 3));
    }

    private Reason reason(String url, Bounds bounds) {
        return catchThrowableOfType(OutgoingException.class, () -> outside.get(url, bounds))
                .reason();
    }
}
