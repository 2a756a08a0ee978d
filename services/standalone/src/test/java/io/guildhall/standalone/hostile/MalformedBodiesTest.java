package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.payload.Json;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that no client means, and requests behind each other on one connection, byte by byte. What is wrong with heads alone is tried where
 * they are read.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class MalformedBodiesTest {
    private static final String LOGIN =
            "POST /api/v10/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    private static final String NEXT = "GET /api/v10/gateway HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final int LARGE = 500_000;

    @TestHTTPResource("/")
    URI clients;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 0~~ | 50035",
                "~ | 50035",
                "Content-Length: 1~~{ | 50109",
                "Content-Length: 3~~nul | 50109",
                "Content-Length: 4~~null | 50035",
                "Content-Length: 2~~[] | 50035",
                "Content-Length: 4~~{}{} | 50109",
                "Content-Encoding: gzip~Content-Length: 2~~{} | 50035",
                "Transfer-Encoding: chunked~~2~{}~0~Authorization: Bot x~Content-Length: 9~~ | 50035",
                "Transfer-Encoding: chunked~~0~~ | 50035",
                "Expect: 100-continue~Content-Length: 2~~{} | 50035",
                "Expect: something else~Content-Length: 2~~{} | 50035",
                "Expect: 100-continue~Content-Length: 99999999999~~ | 40005"
            })
    void aBodyThatIsNoneIsRefusedByNameAndTheNextRequestIsTheNext(String rest, int code) throws IOException {
        boolean readsOn = code != 40005;
        String heard = all(LOGIN + rest.replace("~", "\r\n") + (readsOn ? NEXT : ""));
        String answer = heard.replace("HTTP/1.1 100 Continue\r\n\r\n", "");

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(first(answer).path("code").asInt()).isEqualTo(code);
        assertThat(answer.split("HTTP/1.1 200 ", -1)).hasSize(readsOn ? 2 : 1);
    }

    /** Read or not: what a body says is never the next request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v10/auth/login HTTP/1.1\r\nContent-Type: application/json",
                "POST /api/v10/users/@me/channels HTTP/1.1\r\nContent-Type: application/json",
                "POST /api/v10/nothing HTTP/1.1",
                "PATCH /api/v10/gateway HTTP/1.1",
                "GET /api/v10/gateway HTTP/1.1",
                "GET /cdn/attachments/1/1/a HTTP/1.1",
                "PUT /api/uploads/none HTTP/1.1"
            })
    void whatIsInABodyIsNoRequest(String head) throws IOException {
        String body = NEXT.repeat(LARGE / NEXT.length());
        String heard = all(head + "\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n" + body
                + "GET /api/v10/nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        // One answer for the head, and one for what stands behind the body, unless the connection ended.
        assertThat(heard.split("HTTP/1.1 ", -1)).hasSizeBetween(2, 3);
        assertThat(heard.split("/gateway\"}", -1)).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v10/%2e%2e/v10/gateway",
                "/api/v10/../v10/gateway",
                "/api/v10/gateway%00",
                "/api/v10/gateway;a=b",
                "/api;x/v10/gateway",
                "/api/v10%2Fgateway",
                "/api/v10/gateway%3Fx",
                "/api/v10/gateway%ff",
                "/api/v10/GATEWAY",
                "//api/v10/gateway"
            })
    void noOtherPathLeadsToAnOperation(String path) throws IOException {
        String heard = all("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(heard).startsWith("HTTP/1.1 404 ");
        assertThat(first(heard).path("message").asText()).isEqualTo("404: Not Found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/../q/health",
                "/api/%2e%2e/q/health",
                "/cdn/../q/metrics",
                "//q/health",
                "/q;x/health",
                "/%71/health",
                "/cdn/%2e%2e/%2e%2e/etc/passwd",
                "/cdn/attachments/1/2/..%2f..%2f..%2fx",
                "/cdn/avatars/1/..%5c..%5cx.png",
                "/assets/..%2f..%2f",
                "/%2e%2e/%2e%2e/etc/passwd"
            })
    void noPathLeadsOutOfWhereItBegins(String path) throws IOException {
        assertThat(all("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("UP", "root:");
    }

    /** The body of the first of these answers. */
    private static JsonNode first(String answers) {
        int body = answers.indexOf("\r\n\r\n") + 4;
        String length = answers.substring(0, body).replaceAll("(?is).*content-length: (\\d+).*", "$1");
        byte[] bytes = answers.getBytes(ISO_8859_1);
        return Json.parse(new String(bytes, body, Integer.parseInt(length), UTF_8));
    }

    /** Until the server closes the connection. */
    private String all(String request) throws IOException {
        try (Socket socket = new Socket(clients.getHost(), clients.getPort())) {
            Thread writing = Thread.startVirtualThread(() -> write(socket, request));
            byte[] heard = socket.getInputStream().readAllBytes();
            writing.interrupt();
            return new String(heard, ISO_8859_1);
        }
    }

    /** Who closes the connection has answered before, or has nothing to say. */
    private static void write(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
