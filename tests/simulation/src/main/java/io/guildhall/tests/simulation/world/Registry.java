package io.guildhall.tests.simulation.world;

import io.guildhall.model.cluster.Node;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The store of leases: what etcd is elsewhere. Never dies itself, but may stand still. */
public final class Registry {
    static final Duration LEASE = Duration.ofSeconds(10);

    private final Engine engine;
    private final Machine machine;
    private final Map<String, Lease> leases = new TreeMap<>();
    private final Map<Machine, DiscoveryClient> clients = new LinkedHashMap<>();
    private long revision;

    /** The nodes that have leases, and how many changes there had been by then. */
    record Listing(long revision, List<Node> nodes) {}

    private static final class Lease {
        private Node node;
        private long until;
    }

    public Registry(Engine engine, Machine machine) {
        this.engine = engine;
        this.machine = machine;
    }

    Machine machine() {
        return machine;
    }

    /** It answers nobody for a while. Leases that end meanwhile have ended, whatever their owners sent in time. */
    void stand(Duration time) {
        machine.stand(time);
    }

    /** A client hears of the nodes from now on. */
    void subscribe(DiscoveryClient client) {
        clients.put(client.machine(), client);
        client.tell(list());
    }

    /** The node lives, for the time of a lease from now. */
    void renew(Node node) {
        Lease lease = leases.computeIfAbsent(node.id(), missing -> new Lease());
        boolean changed = !node.equals(lease.node);
        lease.node = node;
        lease.until = engine.now() + LEASE.toNanos();
        engine.after(LEASE, machine, () -> expire(node.id()));
        if (changed) {
            tellAll();
        }
    }

    private void expire(String id) {
        Lease lease = leases.get(id);
        if (lease != null && lease.until <= engine.now()) {
            leases.remove(id);
            tellAll();
        }
    }

    private void tellAll() {
        revision++;
        Listing nodes = list();
        clients.keySet().removeIf(client -> !client.alive());
        clients.values().forEach(client -> client.tell(nodes));
    }

    Listing list() {
        List<Node> nodes = new ArrayList<>();
        leases.values().forEach(lease -> nodes.add(lease.node));
        return new Listing(revision, nodes);
    }
}
