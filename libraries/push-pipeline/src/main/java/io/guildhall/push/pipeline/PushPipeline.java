package io.guildhall.push.pipeline;

import io.guildhall.push.collector.Collector;
import io.guildhall.push.collector.PushListener;
import io.guildhall.push.ledger.SentLedger;
import io.guildhall.push.notification.Notification;
import io.guildhall.push.provider.Composer;
import io.guildhall.push.provider.PushProvider;
import io.guildhall.push.pusher.Pusher;
import io.guildhall.push.pusher.PusherSettings;
import io.guildhall.push.shedding.SheddingPolicy;
import io.guildhall.push.timing.Timer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Pushes notifications to devices: a collector with a bounded buffer and a pusher for each connection, so that none waits for another. Memory is
 * bounded by {@code mostWaiting * (mostConnections + named + 1)} notifications, of some 500 bytes each, and what is in flight.
 */
public final class PushPipeline implements AutoCloseable {
    private static final String SHARED = "";

    private final PipelineSettings settings;
    private final SheddingPolicy policy;
    private final PushProvider provider;
    private final Composer composer;
    private final SentLedger ledger;
    private final Timer timer;
    private final RandomGenerator random;
    private final PushListener listener;
    /** By name, the one that was made first in front. */
    private final Map<String, Connection> connections = new LinkedHashMap<>();

    public PushPipeline(
            PipelineSettings settings,
            SheddingPolicy policy,
            PushProvider provider,
            Composer composer,
            SentLedger ledger,
            Timer timer,
            RandomGenerator random,
            PushListener listener) {
        this.settings = settings;
        this.policy = policy;
        this.provider = provider;
        this.composer = composer;
        this.ledger = ledger;
        this.timer = timer;
        this.random = random;
        this.listener = listener;
    }

    /** Takes all in at once, and never waits. Completes when each was sent or dropped. */
    public CompletionStage<?> offer(Collection<Notification> notifications) {
        CompletableFuture<?> settled = new CompletableFuture<>();
        AtomicInteger left = new AtomicInteger(notifications.size() + 1);
        Runnable one = () -> {
            if (left.decrementAndGet() == 0) {
                settled.complete(null);
            }
        };
        notifications.forEach(notification -> offer(notification, one));
        one.run();
        return settled;
    }

    /** How many wait in all buffers. */
    public synchronized int waiting() {
        return connections.values().stream()
                .mapToInt(connection -> connection.collector().waiting())
                .sum();
    }

    /** How many requests are under way over all connections. */
    public synchronized int inFlight() {
        return connections.values().stream()
                .mapToInt(connection -> connection.pusher().inFlight())
                .sum();
    }

    /** How many connections rest, since they only failed. */
    public synchronized int resting() {
        return (int) connections.values().stream()
                .filter(connection -> connection.pusher().isResting())
                .count();
    }

    /** What waits for this device is dropped. */
    public void forget(long deviceId) {
        all().forEach(connection -> connection.collector().forget(deviceId));
    }

    @Override
    public void close() {
        all().forEach(connection -> connection.pusher().stop());
    }

    private synchronized List<Connection> all() {
        return List.copyOf(connections.values());
    }

    private void offer(Notification notification, Runnable settled) {
        enter(notification.device().connection()).offer(notification, settled);
    }

    private synchronized Connection enter(String name) {
        Connection connection = connection(name);
        connection.entering().incrementAndGet();
        return connection;
    }

    private Connection connection(String name) {
        Connection known = connections.get(name);
        if (known != null) {
            return known;
        }
        PusherSettings named = settings.named().get(name);
        if (named != null) {
            return connections.computeIfAbsent(name, missing -> open(named));
        }
        long own = connections.keySet().stream().filter(this::counts).count();
        boolean room = own < settings.mostConnections() || removeIdle();
        return connections.computeIfAbsent(room ? name : SHARED, missing -> open(settings.pusher()));
    }

    private boolean counts(String name) {
        return !name.equals(SHARED) && !settings.named().containsKey(name);
    }

    private boolean removeIdle() {
        for (Map.Entry<String, Connection> connection : connections.entrySet()) {
            if (counts(connection.getKey()) && connection.getValue().isIdle()) {
                connections.remove(connection.getKey());
                return true;
            }
        }
        return false;
    }

    private Connection open(PusherSettings pushing) {
        Collector collector = new Collector(settings.mostWaiting(), policy, timer, listener);
        Pusher pusher = new Pusher(collector, provider, composer, ledger, pushing, timer, random, listener);
        pusher.start();
        return new Connection(collector, pusher, new AtomicInteger());
    }
}
