package io.guildhall.tests.simulation.network;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import io.guildhall.tests.simulation.engine.Engine;
import io.guildhall.tests.simulation.engine.Machine;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All machines, the paths between them, and the connections that they keep. */
public final class Network {
    private record Pair(String one, String other) {}

    private record Address(String address, Class<?> type) {}

    private final Engine engine;
    private final Machine world;
    private double dropped;
    private final Map<Pair, Path> paths = new LinkedHashMap<>();
    private final Map<Pair, Link> links = new LinkedHashMap<>();
    private final Map<String, Machine> machines = new LinkedHashMap<>();
    private final Map<Address, Object> services = new LinkedHashMap<>();

    /** @param dropped how many of all messages break their connection instead of arriving, from 0 to 1 */
    public Network(Engine engine, Machine world, double dropped) {
        this.engine = engine;
        this.world = world;
        this.dropped = dropped;
    }

    /** The machine answers calls of this service at an address that is its name. */
    public <S> void serve(Machine machine, Class<S> type, S service) {
        machines.put(machine.name(), machine);
        services.put(new Address(machine.name(), type), service);
    }

    /** Clients of a service, as this machine has them. */
    public <S> Peers<S> peers(Machine client, Class<S> type) {
        return new SimulatedPeers<>(this, client, type);
    }

    /** What lies between two machines. */
    public Path path(Machine one, Machine other) {
        Pair pair = one.name().compareTo(other.name()) < 0
                ? new Pair(one.name(), other.name())
                : new Pair(other.name(), one.name());
        return paths.computeIfAbsent(pair, missing -> new Path(engine));
    }

    /** How long one message takes from one machine to the other, or back. */
    public Duration delay(Machine one, Machine other) {
        return Duration.ofNanos(path(one, other).arrival() - engine.now());
    }

    /** The machine died: its connections break. */
    public void died(Machine machine) {
        List.copyOf(links.values()).stream()
                .filter(link -> link.concerns(machine))
                .forEach(Link::breakUp);
    }

    /** Breaks one of the connections on which something goes on, if there are any. */
    public void resetOne() {
        List<Link> used = links.values().stream().filter(Link::used).toList();
        if (!used.isEmpty()) {
            used.get(engine.random().nextInt(used.size())).breakUp();
        }
    }

    /** From now on no connection breaks without a cause. */
    public void calm() {
        dropped = 0;
        paths.values().forEach(Path::calm);
    }

    /** The machine that does what nobody does: never stands, never dies. */
    Machine world() {
        return world;
    }

    boolean drops() {
        return dropped > 0 && engine.random().nextDouble() < dropped;
    }

    /** The connection to the node's address; null when nobody was ever there. */
    Link link(Machine client, Node node) {
        Machine server = machines.get(node.address());
        if (server == null) {
            return null;
        }
        return links.computeIfAbsent(
                new Pair(client.name(), server.name()),
                missing -> new Link(this, client, server, path(client, server)));
    }

    Object service(Machine machine, Class<?> type) {
        return services.get(new Address(machine.name(), type));
    }
}
