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
import io.guildhall.push.shedding.DropReason;
import io.guildhall.push.timing.SystemTimer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests a minute go through the pipeline, against a bare client that always has as many under way, both over one connection of HTTP/2 to a provider in the
 * same process; then a burst of ten times as much as its provider takes. Arguments: how many requests.
 */
public final class PushBench {
    private static final int ROUNDS = 5;
    private static final int IN_FLIGHT = 100;
    private static final int WAITING = 20_000;
    private static final int DEVICES = 50_000;
    private static final int ANSWER_AFTER = 50;
    private static final int WINDOWS = 40;

    private final int requests;
    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("push-bench").factory());
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger shed = new AtomicInteger();
    private final PushService service;
    private final PushClient client;

    private PushBench(int requests) throws Exception {
        this.requests = requests;
        this.service = new PushService(vertx);
        this.client = new PushClient(vertx, service.port());
    }

    public static void main(String[] arguments) throws Exception {
        PushBench bench = new PushBench(arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]));
        System.out.println(bench.run());
        System.exit(0);
    }

    private String run() throws InterruptedException {
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
        burst();
        return String.format(
                Locale.ROOT,
                "ratio=%.2f max_in_flight=%d shed=%d doubled=%d per_minute=%.0f",
                ratios[ROUNDS / 2],
                service.mostInFlight(),
                shed.get(),
                service.doubled(),
                perMinute);
    }

    /** Ten times what a hundred in flight take in that time, evenly. Prints what was pushed and what waited, part by part. */
    private void burst() throws InterruptedException {
        service.begin(ANSWER_AFTER);
        sent.set(0);
        shed.set(0);
        int perWindow = requests / WINDOWS;
        long window = Math.max(1, 1_000L * perWindow / (10L * IN_FLIGHT * 1_000 / ANSWER_AFTER));
        List<String> pushed = new ArrayList<>();
        List<String> waited = new ArrayList<>();
        try (PushPipeline pipeline = pipeline()) {
            int before = 0;
            for (int part = 0; part < WINDOWS || pipeline.waiting() + pipeline.inFlight() > 0; part++) {
                if (part < WINDOWS) {
                    pipeline.offer(notifications(part * perWindow, perWindow));
                }
                Thread.sleep(window);
                int now = sent.get();
                pushed.add(Integer.toString(now - before));
                waited.add(Integer.toString(pipeline.waiting()));
                before = now;
            }
        }
        System.out.println("each " + window + " ms");
        System.out.println("pushed " + String.join(" ", pushed));
        System.out.println("buffered " + String.join(" ", waited));
    }

    private void throughPipeline() {
        try (PushPipeline pipeline = pipeline()) {
            List<Notification> all = notifications(0, requests);
            for (int from = 0; from < requests; from += WAITING) {
                pipeline.offer(all.subList(from, Math.min(requests, from + WAITING)))
                        .toCompletableFuture()
                        .join();
            }
        }
    }

    private PushPipeline pipeline() {
        return new PushPipeline(
                new PipelineSettings(WAITING, 1, PusherSettings.standard().withInFlight(IN_FLIGHT)),
                new DefaultShedding(),
                client,
                notification -> Uni.createFrom()
                        .item(Optional.of(
                                Long.toString(notification.subjectId() - 1).getBytes(StandardCharsets.US_ASCII))),
                new MemoryLedger(requests),
                new SystemTimer(Clock.systemUTC(), timer),
                new Random(7),
                new Counting());
    }

    private static List<Notification> notifications(int from, int count) {
        Instant expires = Instant.now().plus(Duration.ofHours(1));
        List<Notification> all = new ArrayList<>(count);
        for (int number = from; number < from + count; number++) {
            Device device = new Device(number % DEVICES + 1, number % DEVICES + 1, "bench", "");
            Kind kind = number % 40 == 0 ? Kind.MENTION : Kind.CHANNEL_MESSAGE;
            all.add(new Notification(device, kind, number + 1L, number + 1L, 1, expires, 0));
        }
        return all;
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

    private final class Counting implements PushListener {
        @Override
        public void sent(Notification notification, Duration latency) {
            sent.incrementAndGet();
        }

        @Override
        public void dropped(Notification notification, DropReason reason) {
            shed.incrementAndGet();
        }

        @Override
        public void retried(Notification notification) {
            throw new IllegalStateException("nothing fails here");
        }

        @Override
        public void gone(Device device) {
            throw new IllegalStateException("nobody is gone here");
        }
    }
}
