package io.guildhall.storage.sharing;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.storage.StorageService;
import io.guildhall.storage.flight.FlightLimits;
import io.guildhall.storage.flight.Sharing;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Several proxies over one store, whose nodes hear of changes at different times, join, drain, die, and lose touch with
 * discovery until their lease ends. What they say to each other is late, lost or repeated.
 */
final class SimulatedCluster implements AutoCloseable {
    static final Duration SETTLE = Duration.ofSeconds(2);
    private static final long LEASE_MILLIS = 800;
    private static final int LAG_MILLIS = 300;
    private static final FlightLimits LIMITS = new FlightLimits(256, 8_192, 1_000, 10_000, Duration.ofMillis(300));

    private final Store store;
    private final Duration settle;
    private final UnaryOperator<Sharing> fault;
    private final List<SimulatedProxy> proxies = new CopyOnWriteArrayList<>();
    private final List<Node> truth = new ArrayList<>();
    private final ScheduledExecutorService news = Executors.newSingleThreadScheduledExecutor();
    private int joined;
    private int changes;
    private volatile long worstLagMillis;

    /** @param fault replaces the sharing of each proxy, to see whether a mistake in it is found */
    SimulatedCluster(Store store, int nodes, Duration settle, UnaryOperator<Sharing> fault) {
        this.store = store;
        this.settle = settle;
        this.fault = fault;
        for (int node = 0; node < nodes; node++) {
            join();
        }
    }

    List<SimulatedProxy> alive() {
        return proxies.stream().filter(proxy -> !proxy.dead).toList();
    }

    /** True when every node heard of every change within the time that the settle time is made for. */
    boolean newsWereInTime() {
        return worstLagMillis + LEASE_MILLIS < SETTLE.toMillis();
    }

    synchronized void join() {
        Node node = new Node("proxy-" + joined++, Role.STORAGE_PROXY, "", "", false);
        truth.add(node);
        SimulatedProxy proxy = new SimulatedProxy(node, new StaticDiscovery(List.of(node), List.copyOf(truth)));
        Teller teller =
                new Teller(new LossyPeers(proxies), asked -> isDead(asked), LIMITS.deadline(), SharingObserver.NONE);
        Sharing sharing = fault.apply(new DiscoveredSharing(proxy.discovery, settle, teller));
        proxy.service = StorageService.over(store, sharing, LIMITS);
        proxies.add(proxy);
        announce();
    }

    /** Dies at once; the others hear of it when its lease has ended. */
    synchronized void kill(SimulatedProxy proxy) {
        proxy.dead = true;
        news.schedule(() -> leaves(proxy), LEASE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Knows first that it drains, then the others do, then it ends. */
    synchronized void drain(SimulatedProxy proxy) {
        proxy.draining = true;
        Node draining = new Node(proxy.node.id(), Role.STORAGE_PROXY, "", "", true);
        truth.replaceAll(node -> node.id().equals(draining.id()) ? draining : node);
        proxy.hear(++changes, List.copyOf(truth));
        announce();
        news.schedule(
                () -> {
                    proxy.dead = true;
                    leaves(proxy);
                },
                LEASE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** Goes on with what it knew until its lease ends, and counts itself out just before the others do; then is back. */
    synchronized void cutOff(SimulatedProxy proxy) {
        proxy.cutOff = true;
        news.schedule(
                () -> {
                    proxy.discovery.replace(Role.STORAGE_PROXY, List.of());
                    leaves(proxy);
                    news.schedule(() -> comesBack(proxy), LEASE_MILLIS, TimeUnit.MILLISECONDS);
                },
                LEASE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        news.shutdownNow();
    }

    private synchronized void leaves(SimulatedProxy proxy) {
        truth.removeIf(node -> node.id().equals(proxy.node.id()));
        announce();
        if (proxy.dead) {
            proxies.remove(proxy);
        }
    }

    private synchronized void comesBack(SimulatedProxy proxy) {
        proxy.cutOff = false;
        truth.add(proxy.node);
        proxy.hear(++changes, List.copyOf(truth));
        announce();
    }

    /** Every node hears of it in its own time. */
    private void announce() {
        int change = ++changes;
        List<Node> nodes = List.copyOf(truth);
        long said = System.nanoTime();
        for (SimulatedProxy proxy : proxies) {
            int lag = ThreadLocalRandom.current().nextInt(LAG_MILLIS);
            news.schedule(() -> hear(proxy, change, nodes, said), lag, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void hear(SimulatedProxy proxy, int change, List<Node> nodes, long said) {
        if (!proxy.cutOff) {
            proxy.hear(change, nodes);
        }
        long lag = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - said);
        worstLagMillis = Math.max(worstLagMillis, lag);
    }

    private boolean isDead(Node asked) {
        Optional<SimulatedProxy> proxy = proxies.stream()
                .filter(known -> known.node.id().equals(asked.id()))
                .findFirst();
        return proxy.isEmpty() || proxy.get().dead;
    }
}
