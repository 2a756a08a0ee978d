package io.guildhall.standalone.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.Operations;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What 200 of the largest requests that anybody may make cost at once, by every way in: what is held of them while each lacks its last
 * byte, and all that is allocated from then on until the last one is answered.
 */
@QuarkusTest
@TestProfile(HostileInstance.class)
class AnonymousMemoryTest {
    private static final int AT_ONCE = 200;
    private static final int LARGEST = 16_384;

    /** Of a frame of the gateway. */
    private static final int LARGEST_FRAME = 4_096;

    /** Nearly as large as heads, and lines of requests, may be. */
    private static final int HEAD = 60_000;

    /** As the threat model says, for all of them together. */
    private static final long HELD = 32L << 20;

    private static final long BUDGET = 256L << 20;

    @TestHTTPResource("/")
    URI clients;

    /**
     * @param request whole
     * @param answers one of these comes to each
     * @param toTheEnd whether it is answered only when the server ends the connection
     */
    private record Way(String name, String request, Set<String> answers, boolean toTheEnd) {
        static Way of(String name, String request, String... answers) {
            return new Way(name, request, Set.of(answers), false);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        return Stream.concat(openToAnybody(), others());
    }

    private static Stream<Way> openToAnybody() {
        return Operations.all().stream()
                .filter(operation -> operation.access() == Access.ANYONE || operation.access() == Access.CLIENT)
                .filter(operation -> operation.body().isPresent())
                .map(operation -> Way.of(
                        operation.name(),
                        post(operation, "/api/v10" + operation.path(), "application/json", emptyObjects(LARGEST)),
                        "400",
                        "401"));
    }

    /** Those for which a token is wanted that nobody has, and what is no operation at all. */
    private static Stream<Way> others() {
        String words = "word=" + "x".repeat(LARGEST - 5);
        return Stream.of(
                Way.of(
                        "a message",
                        post("/api/v10/channels/1/messages", "application/json", emptyObjects(LARGEST)),
                        "401"),
                Way.of(
                        "a webhook",
                        post("/api/v10/webhooks/1/token", "application/json", emptyObjects(LARGEST)),
                        "404"),
                Way.of(
                        "an interaction",
                        post("/api/v10/interactions/1/token/callback", "application/json", emptyObjects(LARGEST)),
                        "404"),
                Way.of(
                        "a log-in",
                        post("/oauth2/login", "application/x-www-form-urlencoded", words),
                        "400",
                        "403",
                        "404"),
                Way.of(
                        "a consent",
                        post("/oauth2/authorize", "application/x-www-form-urlencoded", words),
                        "400",
                        "403",
                        "404",
                        "302",
                        "303"),
                Way.of(
                        "an upload",
                        "PUT /api/uploads/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 16384\r\n\r\n" + words,
                        "403"),
                Way.of(
                        "a file",
                        "GET /cdn/attachments/1/1/" + "x".repeat(HEAD) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        "404"),
                Way.of(
                        "a picture",
                        "GET /cdn/avatars/1/x.png?size=" + "1".repeat(HEAD) + " HTTP/1.1\r\nHost: a\r\n\r\n",
                        "404"),
                Way.of(
                        "a head",
                        "GET /api/v10/gateway HTTP/1.1\r\nHost: a\r\nX-A: " + "x".repeat(HEAD) + "\r\n\r\n",
                        "200"),
                Way.of("a page", "GET /login?" + "x".repeat(HEAD) + " HTTP/1.1\r\nHost: a\r\n\r\n", "200"),
                new Way("a session", session(), Set.of("101"), true));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFloodOfTheLargestRequestsStaysWithinItsBudget(Way way) throws IOException {
        byte[] request = way.request().getBytes(ISO_8859_1);
        // What is made once, at the first of its kind, is no part of it.
        RequestFlood.of(clients, request, 2, way.toTheEnd());

        RequestFlood.Cost cost = RequestFlood.of(clients, request, AT_ONCE, way.toTheEnd());

        assertThat(way.answers())
                .as("answers %s", cost.answers())
                .containsAll(cost.answers().keySet());
        assertThat(cost.held()).as("held while they come in").isLessThan(HELD);
        assertThat(cost.atMost()).as("alive at the most").isLessThan(BUDGET);
    }

    private static String post(String path, String type, String body) {
        return "POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, type, body.length(), body);
    }

    private static String post(Operation operation, String path, String type, String body) {
        return post(path, type, body).replaceFirst("POST", operation.method().name());
    }

    /** As many as fit, which of all JSON take the most for their bytes, where something else is wanted. */
    private static String emptyObjects(int bytes) {
        String body = "{\"login\":[" + "{},".repeat((bytes - 20) / 3) + "{}]}";
        assertThat(body.length()).isLessThanOrEqualTo(bytes);
        return body;
    }

    /** Opens a session and logs in by nonsense: one frame of text, masked with zeros. */
    private static String session() {
        String opening = "{\"op\":2,\"d\":";
        String frame = opening + emptyObjects(LARGEST_FRAME - opening.length() - 1) + '}';
        String head = """
            GET /gateway?v=10&encoding=json HTTP/1.1\r
            Host: a\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
            \r
            """;
        char[] start = {0x81, 0x80 | 126, (char) (frame.length() >> 8), (char) (frame.length() & 0xFF), 0, 0, 0, 0};
        return head + new String(start) + frame;
    }
}
