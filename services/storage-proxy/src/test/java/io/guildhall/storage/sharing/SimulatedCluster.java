package io.guildhall.storage.sharing;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.storage.flight.FlightLimits;
import io.guildhall.storage.flight.Sharing;
import io.guildhall.storage.flight.VirtualTime;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Several proxies over one store, whose nodes hear of changes at different times, join, drain, die, and lose touch with
 * discovery until their lease ends. What they say to each other is late, lost or repeated. All in virtual time, a tenth of what is real.
 */
final class SimulatedCluster {
    /** Longer than a lease and a lag. */
    static final Duration SETTLE = Duration.ofMillis(200);

    private static final Duration LEASE = Duration.ofMillis(80);
    private static final Duration LAG = Duration.ofMillis(30);
    private static final FlightLimits LIMITS = new FlightLimits(256, 8_192, 1_000, 10_000, Duration.ofMillis(30));

    private final VirtualTime time;
    private final Store store;
    private final Duration settle;
    private final UnaryOperator<Sharing> fault;
    private final List<SimulatedProxy> proxies = new ArrayList<>();
    private final List<Node> truth = new ArrayList<>();
    private int joined;
    private int changes;

    /** @param fault replaces the sharing of each proxy, to see whether a mistake in it is found */
    SimulatedCluster(VirtualTime time, Store store, int nodes, Duration settle, UnaryOperator<Sharing> fault) {
        this.time = time;
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

    /** Something happens to one of them; the last two are left alone. */
    void change() {
        List<SimulatedProxy> untouched = alive().stream()
                .filter(proxy -> !proxy.cutOff && !proxy.draining)
                .toList();
        if (untouched.size() <= 2) {
            join();
            return;
        }
        SimulatedProxy chosen = untouched.get(time.lot(untouched.size()));
        switch (time.lot(5)) {
            case 0 -> kill(chosen);
            case 1 -> drain(chosen);
            case 2 -> cutOff(chosen);
            default -> join();
        }
    }

    private void join() {
        Node node = new Node("proxy-" + joined++, Role.STORAGE_PROXY, "", "", false);
        truth.add(node);
        SimulatedProxy proxy = new SimulatedProxy(node, new StaticDiscovery(List.of(node), List.copyOf(truth)));
        Telling telling = new LossyTelling(time, proxies, LIMITS.deadline());
        Sharing sharing = fault.apply(new DiscoveredSharing(proxy.discovery, settle, telling, time::nanoTime));
        proxy.flights = time.flights(store, sharing, LIMITS);
        proxies.add(proxy);
        announce();
    }

    /** Dies at once; the others hear of it when its lease has ended. */
    private void kill(SimulatedProxy proxy) {
        proxy.dead = true;
        time.set(LEASE, () -> leaves(proxy));
    }

    /** Knows first that it drains, then the others do, then it ends. */
    private void drain(SimulatedProxy proxy) {
        proxy.draining = true;
        Node draining = new Node(proxy.node.id(), Role.STORAGE_PROXY, "", "", true);
        truth.replaceAll(node -> node.id().equals(draining.id()) ? draining : node);
        proxy.hear(++changes, List.copyOf(truth));
        announce();
        time.set(LEASE, () -> {
            proxy.dead = true;
            leaves(proxy);
        });
    }

    /** Goes on with what it knew until its lease ends, and counts itself out just before the others do; then is back. */
    private void cutOff(SimulatedProxy proxy) {
        proxy.cutOff = true;
        time.set(LEASE, () -> {
            proxy.discovery.replace(Role.STORAGE_PROXY, List.of());
            leaves(proxy);
            time.set(LEASE, () -> comesBack(proxy));
        });
    }

    private void leaves(SimulatedProxy proxy) {
        truth.removeIf(node -> node.id().equals(proxy.node.id()));
        announce();
        if (proxy.dead) {
            proxies.remove(proxy);
        }
    }

    private void comesBack(SimulatedProxy proxy) {
        proxy.cutOff = false;
        truth.add(proxy.node);
        proxy.hear(++changes, List.copyOf(truth));
        announce();
    }

    /** Every node hears of it in its own time. */
    private void announce() {
        int change = ++changes;
        List<Node> nodes = List.copyOf(truth);
        for (SimulatedProxy proxy : proxies) {
            time.set(time.upTo(LAG), () -> {
                if (!proxy.cutOff) {
                    proxy.hear(change, nodes);
                }
            });
        }
    }
}
