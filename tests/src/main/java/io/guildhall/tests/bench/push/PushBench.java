package io.guildhall.tests.bench.push;

import io.guildhall.push.collector.PushListener;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/**
 * How many requests a minute go through the pipeline, against a bare client that always has as many under way, both over one connection of HTTP/2 to a provider in the
 * same process; then a burst of ten times as much as its provider takes. Arguments: how many requests a round has, and how many the burst has.
 */
public final class PushBench {
    private static final int ROUNDS = 5;
    private static final int IN_FLIGHT = 100;
    private static final int WAITING = 20_000;
    private static final int DEVICES = 50_000;
    private static final int ANSWER_AFTER = 50;
    private static final Path PLOT = Path.of("target", "push-burst.svg");

    private final int requests;
    private final int burstRequests;
    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("push-bench").factory());
    private final PushCount count = new PushCount();
    private final PushService service;
    private final PushClient client;

    private PushBench(int requests, int burstRequests) throws Exception {
        this.requests = requests;
        this.burstRequests = burstRequests;
        this.service = new PushService(vertx);
        this.client = new PushClient(vertx, service.port());
    }

    public static void main(String[] arguments) throws Exception {
        PushBench bench = new PushBench(argument(arguments, 0, 100_000), argument(arguments, 1, 1_000_000));
        System.out.println(bench.run());
        System.exit(0);
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private String run() throws InterruptedException, IOException {
        double[] ratios = new double[ROUNDS];
        double perMinute = 0;
        rate(() -> client.loop(requests, IN_FLIGHT));
        rate(this::throughPipeline);
        for (int round = 0; round < ROUNDS; round++) {
            double bare = rate(() -> client.loop(requests, IN_FLIGHT));
            double piped = rate(this::throughPipeline);
            ratios[round] = piped / bare;
            perMinute = Math.max(perMinute, piped * 60);
            System.out.printf(Locale.ROOT, "bare %.0f/min, pipeline %.0f/min%n", bare * 60, piped * 60);
        }
        Arrays.sort(ratios);
        PushBurst burst = burst();
        System.out.println("what was pushed and what waited: " + PLOT);
        return String.format(
                Locale.ROOT,
                "ratio=%.2f max_in_flight=%d shed=%d doubled=%d missed=%d disordered=%d most_waiting=%d heap_mb=%d"
                        + " per_minute=%.0f",
                ratios[ROUNDS / 2],
                service.mostInFlight(),
                count.shed(),
                service.doubled(),
                burstRequests - count.shed() - service.requests() + service.doubled(),
                count.disordered(),
                burst.mostWaiting(),
                burst.mostHeapMebibytes(),
                perMinute);
    }

    /** Ten times what a hundred in flight take in that time. */
    private PushBurst burst() throws InterruptedException, IOException {
        service.begin(ANSWER_AFTER);
        try (PushPipeline pipeline = pipeline(count)) {
            PushBurst burst = new PushBurst(pipeline, count, 10 * IN_FLIGHT * 1_000 / ANSWER_AFTER);
            Instant expires = Instant.now().plus(Duration.ofHours(1));
            burst.run(burstRequests, number -> notification(number, expires));
            PushPlot.write(PLOT, burst.pushed(), burst.buffered());
            return burst;
        }
    }

    private void throughPipeline() {
        try (PushPipeline pipeline = pipeline(new PushCount())) {
            List<Notification> all = notifications(requests);
            for (int from = 0; from < requests; from += WAITING) {
                pipeline.offer(all.subList(from, Math.min(requests, from + WAITING)))
                        .toCompletableFuture()
                        .join();
            }
        }
    }

    private PushPipeline pipeline(PushListener listener) {
        return new PushPipeline(
                new PipelineSettings(WAITING, 1, PusherSettings.standard().withInFlight(IN_FLIGHT)),
                new DefaultShedding(),
                client,
                notification -> Uni.createFrom()
                        .item(Optional.of(
                                Long.toString(notification.subjectId() - 1).getBytes(StandardCharsets.US_ASCII))),
                new MemoryLedger(Math.max(requests, WAITING * 10)),
                new SystemTimer(Clock.systemUTC(), timer),
                new Random(7),
                listener);
    }

    private static List<Notification> notifications(int count) {
        Instant expires = Instant.now().plus(Duration.ofHours(1));
        return IntStream.range(0, count)
                .mapToObj(number -> notification(number, expires))
                .toList();
    }

    /** One in forty is a mention by name, which is less than what the provider takes. */
    private static Notification notification(int number, Instant expires) {
        Device device = new Device(number % DEVICES + 1, number % DEVICES + 1, "bench", "");
        Kind kind = number % 40 == 0 ? Kind.MENTION : Kind.CHANNEL_MESSAGE;
        return new Notification(device, kind, number + 1L, number + 1L, 1, expires, 0);
    }

    /** In requests a second. */
    private double rate(Work work) throws InterruptedException {
        service.begin(0);
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (service.requests() != requests || service.doubled() > 0) {
            throw new IllegalStateException("of " + requests + " requests came " + service.requests());
        }
        return requests / seconds;
    }

    private interface Work {
        void run() throws InterruptedException;
    }
}
