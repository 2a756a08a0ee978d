package io.guildhall.tests.simulation.network;

import io.guildhall.tests.simulation.engine.Machine;
import io.guildhall.tests.simulation.engine.Strand;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One machine's connection to another, as gRPC keeps it: all calls share it, what is sent arrives in order in each direction, and
 * when it breaks every call on it fails. The next call makes a new one at once. What was under way on the old one is gone, or the first
 * part of it comes late, when the new one has been in use for a while: as when it lay in the buffers of a process that stood, or of a
 * network that was cut. Whoever it comes to hears only after that how the old one ended.
 */
final class Link {
    /** A peer that does not answer for so long has its connection closed. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int LONGEST_NEWS_MILLIS = 40;
    /** Of broken connections: that on which something comes late, in one direction. */
    private static final int LATE_IN = 3;

    private static final int LATEST_MILLIS = 6_000;

    private final Network network;
    private final Machine client;
    private final Machine server;
    private final Path path;
    private final Strand serverLane;
    private final Set<Call> calls = new LinkedHashSet<>();
    private Direction toServer;
    private Direction toClient;
    private long silentSince;
    private boolean looking;

    /** Messages under way in one direction of one connection. */
    private static final class Direction {
        private final Deque<Runnable> underWay = new ArrayDeque<>();
        private long last;
    }

    Link(Network network, Machine client, Machine server, Path path) {
        this.network = network;
        this.client = client;
        this.server = server;
        this.path = path;
        this.serverLane = new Strand(server);
        connect();
    }

    Machine client() {
        return client;
    }

    Machine server() {
        return server;
    }

    Strand serverLane() {
        return serverLane;
    }

    boolean concerns(Machine machine) {
        return client == machine || server == machine;
    }

    /** False when nobody listens there: the call fails soon. */
    boolean begin(Call call) {
        if (!server.alive()) {
            return false;
        }
        calls.add(call);
        if (!looking) {
            looking = true;
            silentSince = client.engine().now();
            network.world().engine().after(LOOK_EVERY, network.world(), this::look);
        }
        return true;
    }

    boolean used() {
        return !calls.isEmpty();
    }

    void end(Call call) {
        calls.remove(call);
    }

    boolean has(Call call) {
        return calls.contains(call);
    }

    void toServer(Runnable arrival) {
        send(toServer, server, arrival);
    }

    void toClient(Runnable arrival) {
        send(toClient, client, arrival);
    }

    /** Breaks; both sides hear of it later. */
    void breakUp() {
        List<Call> broken = List.copyOf(calls);
        calls.clear();
        Direction up = toServer;
        Direction down = toClient;
        connect();
        Duration atServer = comeLate(up, server);
        Duration atClient = comeLate(down, client);
        for (Call call : broken) {
            client.engine().after(atClient.plus(news()), client, call::brokenAtClient);
            client.engine().after(atServer.plus(news()), server, call::brokenAtServer);
        }
    }

    /** @return how long it takes until what comes late has come */
    private Duration comeLate(Direction broken, Machine receiver) {
        SplittableRandom random = client.engine().random();
        if (broken.underWay.isEmpty() || random.nextInt(LATE_IN) > 0) {
            return Duration.ZERO;
        }
        long latest = Duration.ofMillis(random.nextInt(LATEST_MILLIS)).toNanos();
        long time = path.arrival() - client.engine().now() + latest;
        for (int late = 1 + random.nextInt(broken.underWay.size()); late > 0; late--) {
            client.engine().after(Duration.ofNanos(time++), receiver, broken.underWay.poll());
        }
        return Duration.ofNanos(time);
    }

    private void connect() {
        toServer = new Direction();
        toClient = new Direction();
    }

    private void send(Direction direction, Machine receiver, Runnable arrival) {
        if (network.drops()) {
            breakUp();
            return;
        }
        direction.underWay.add(arrival);
        direction.last = Math.max(direction.last + 1, path.arrival());
        client.engine().after(Duration.ofNanos(direction.last - client.engine().now()), receiver, () -> {
            if (direction == toServer || direction == toClient) {
                direction.underWay.poll().run();
            }
        });
    }

    private void look() {
        if (calls.isEmpty()) {
            looking = false;
            return;
        }
        long now = client.engine().now();
        boolean answers = !path.isCut() && !client.stands() && !server.stands();
        if (answers) {
            silentSince = now;
        } else if (now - silentSince > KEEP_ALIVE.toNanos()) {
            breakUp();
        }
        network.world().engine().after(LOOK_EVERY, network.world(), this::look);
    }

    private Duration news() {
        return Duration.ofMillis(1L + client.engine().random().nextInt(LONGEST_NEWS_MILLIS));
    }
}
