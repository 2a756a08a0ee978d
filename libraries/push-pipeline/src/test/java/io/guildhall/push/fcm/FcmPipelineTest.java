package io.guildhall.push.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.push.Heard;
import io.guildhall.push.ledger.MemoryLedger;
import io.guildhall.push.notification.Device;
import io.guildhall.push.notification.Kind;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.pipeline.PipelineSettings;
import io.guildhall.push.pipeline.PushPipeline;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.shedding.DefaultShedding;
import io.guildhall.push.timing.SystemTimer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pipeline before a server of HTTP/2 that allows a hundred requests in flight. */
class FcmPipelineTest {
    private static final int REQUESTS = 3_000;

    @Test
    void aServerWithAHundredPlacesGetsEverythingOnceAlsoWhenItIsOverloadedInBetween() throws Exception {
        Vertx vertx = Vertx.vertx();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger number = new AtomicInteger();
        try (FcmDouble google = new FcmDouble(vertx);
                FcmProvider provider = new FcmProvider(
                        vertx,
                        google.account(),
                        google.address(),
                        FcmDouble.ALLOWED,
                        Duration.ofSeconds(30),
                        Clock.systemUTC());
                PushPipeline pipeline = pipeline(provider, timer)) {
            google.latency = Duration.ofMillis(5);
            google.fullFirst();
            // A minute's quota is used up once, and an answer in a hundred is a failure of theirs.
            google.answers = message -> {
                int now = number.incrementAndGet();
                if (now == 500) {
                    return FcmDouble.Reply.of(429, "QUOTA_EXCEEDED").after("1");
                }
                return now % 100 == 0 ? FcmDouble.Reply.of(503, "UNAVAILABLE") : FcmDouble.Reply.TAKEN;
            };

            pipeline.offer(notifications()).toCompletableFuture().get(60, TimeUnit.SECONDS);

            assertThat(google.messages.stream()
                            .map(message -> message.path("token").asText()))
                    .hasSize(REQUESTS)
                    .doesNotHaveDuplicates();
            assertThat(google.mostInFlight).hasValue(FcmDouble.ALLOWED);
        } finally {
            timer.shutdownNow();
            vertx.close();
        }
    }

    private static List<Notification> notifications() {
        Instant expires = Instant.now().plus(Duration.ofHours(1));
        return IntStream.range(0, REQUESTS)
                .mapToObj(number -> new Notification(
                        new Device(number, number, FcmProvider.CONNECTION, "phone" + number),
                        Kind.CHANNEL_MESSAGE,
                        number,
                        number,
                        1,
                        expires,
                        0))
                .toList();
    }

    private static PushPipeline pipeline(FcmProvider provider, ScheduledExecutorService timer) {
        return new PushPipeline(
                new PipelineSettings(
                        REQUESTS,
                        1,
                        PusherSettings.standard().withInFlight(1),
                        Map.of(FcmProvider.CONNECTION, PusherSettings.standard())),
                new DefaultShedding(),
                provider,
                notification -> Uni.createFrom().item(Optional.of("{}".getBytes(StandardCharsets.UTF_8))),
                new MemoryLedger(REQUESTS),
                new SystemTimer(Clock.systemUTC(), timer),
                new Random(7),
                new Heard());
    }
}
