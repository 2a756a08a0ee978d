package io.guildhall.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.api.Configs;
import io.guildhall.api.TestPipeline;
import io.guildhall.api.body.BodyBudget;
import io.guildhall.api.call.RestRequest;
import io.guildhall.api.config.ApiConfig;
import io.guildhall.model.operation.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The largest requests that anybody may make, 200 at once, on a process that has room for fifty of them. */
class AnonymousFloodTest {
    private static final int LARGEST = 16_384;
    private static final int ROOM = 50;
    private static final int AT_ONCE = 200;

    private final ApiConfig config = Configs.api(Map.of(
            "guildhall.api.attachments-directory", "target/flood",
            "guildhall.api.rate-limits.enabled", "false",
            "guildhall.api.invalid-requests.maximum", "0",
            "guildhall.api.bodies.budget", Long.toString(ROOM * BodyBudget.heapOf(LARGEST))));
    private final RequestPipeline pipeline = TestPipeline.with(config);

    @Test
    void holdsNoMoreThanTheBudgetAndTurnsTheOthersAway() throws Exception {
        for (int round = 0; round < 2; round++) {
            assertThat(flood()).containsEntry(503, (long) AT_ONCE - ROOM).hasSize(2);
        }
    }

    /** How many were answered with which status, of requests whose bodies end only when all have begun. */
    private Map<Integer, Long> flood() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(ROOM);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> held = new ArrayList<>();
            for (int request = 0; request < ROOM; request++) {
                held.add(callers.submit(() -> login(new Body(reading, sent))));
            }
            reading.await();
            List<Future<Integer>> late = new ArrayList<>();
            for (int request = ROOM; request < AT_ONCE; request++) {
                late.add(callers.submit(() -> login(new Body(reading, sent))));
            }
            Map<Integer, Long> statuses = new TreeMap<>();
            for (Future<Integer> status : late) {
                statuses.merge(status.get(), 1L, Long::sum);
            }
            sent.countDown();
            for (Future<Integer> status : held) {
                statuses.merge(status.get(), 1L, Long::sum);
            }
            return statuses;
        }
    }

    private int login(InputStream body) {
        return pipeline.answer(new RestRequest(
                        HttpMethod.POST,
                        "/v10/auth/login",
                        "",
                        name -> switch (name) {
                            case "Content-Type" -> "application/json";
                            case "Content-Length" -> Integer.toString(LARGEST);
                            default -> null;
                        },
                        "127.0.0.1",
                        body))
                .status();
    }

    /** As much of nested lists as fits in, held back until everybody has come. */
    private static final class Body extends InputStream {
        private final CountDownLatch reading;
        private final CountDownLatch sent;
        private final InputStream bytes =
                new ByteArrayInputStream(("{\"login\":[" + "[],".repeat(LARGEST / 3 - 6) + "[]]}").getBytes(UTF_8));

        Body(CountDownLatch reading, CountDownLatch sent) {
            this.reading = reading;
            this.sent = sent;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("one by one");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            reading.countDown();
            try {
                sent.await();
            } catch (InterruptedException stopped) {
                throw new InterruptedIOException(stopped.toString());
            }
            return bytes.read(target, offset, length);
        }
    }
}
