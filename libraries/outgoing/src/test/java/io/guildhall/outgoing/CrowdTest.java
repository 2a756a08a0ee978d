package io.guildhall.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.outgoing.OutgoingException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Many calls at once. */
class CrowdTest {
    private static final Map<String, String> SMALL = Map.of(
            "guildhall.outgoing.internal-networks", "127.0.0.1",
            "guildhall.outgoing.concurrent", "2",
            "guildhall.outgoing.concurrent-per-host", "1",
            "guildhall.outgoing.budget", "600");

    @Test
    void oneHostTakesNoMoreThanItsPlacesAndAllNoMoreThanTheirs() throws Exception {
        CountDownLatch arrived = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        try (Outside outside = new Outside(SMALL)) {
            for (String host : new String[] {"a.example", "b.example", "c.example"}) {
                outside.name(host, "127.0.0.1");
            }
            int port = outside.serve(out -> {
                arrived.countDown();
                go.await();
                out.write("HTTP/1.1 204 Done\r\n\r\n".getBytes(UTF_8));
            });
            CompletableFuture<Integer> first = call(outside, "http://a.example:" + port + "/");
            CompletableFuture<Integer> second = call(outside, "http://b.example:" + port + "/");
            arrived.await();

            assertThat(reason(outside, "http://a.example:" + port + "/")).isEqualTo(Reason.BUSY);
            assertThat(reason(outside, "http://c.example:" + port + "/")).isEqualTo(Reason.BUSY);
            go.countDown();
            assertThat(first.get()).isEqualTo(204);
            assertThat(second.get()).isEqualTo(204);
            assertThat(outside.get("http://a.example:" + port + "/").status()).isEqualTo(204);
        }
    }

    @Test
    void allAnswersTogetherTakeNoMoreThanTheBudget() throws IOException {
        try (Outside outside = new Outside(SMALL)) {
            int port = outside.serve("HTTP/1.1 200 OK\r\nContent-Length: 700\r\n\r\n" + "x".repeat(700));
            int small = outside.serve("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + "x".repeat(500));

            assertThat(reason(outside, "http://127.0.0.1:" + port + "/")).isEqualTo(Reason.BUSY);
            for (int call = 0; call < 3; call++) {
                assertThat(outside.get("http://127.0.0.1:" + small + "/").body())
                        .hasSize(500);
            }
        }
    }

    private static CompletableFuture<Integer> call(Outside outside, String url) {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                status.complete(outside.get(url).status());
            } catch (OutgoingException failed) {
                status.completeExceptionally(failed);
            }
        });
        return status;
    }

    private static Reason reason(Outside outside, String url) {
        return catchThrowableOfType(
                        OutgoingException.class,
                        () -> outside.get(url, new Bounds(Duration.ofSeconds(5), 1000, false, 0)))
                .reason();
    }
}
