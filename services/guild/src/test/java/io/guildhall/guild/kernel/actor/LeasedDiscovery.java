package io.guildhall.guild.kernel.actor;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What one guild node knows of the others, which need not be what is true. It is always the one that the ring would choose: the others that
 * it knows drain. Nobody has left for certain unless the test says so.
 */
final class LeasedDiscovery implements Discovery {
    private final Node self;
    private final Duration leaseTtl;
    private final List<Node> guilds = new CopyOnWriteArrayList<>();
    private final List<Consumer<List<Node>>> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private volatile long term = 1;
    private volatile boolean counts = true;

    LeasedDiscovery(String self, Duration leaseTtl) {
        this.self = node(self, false);
        this.leaseTtl = leaseTtl;
        guilds.add(this.self);
    }

    void add(String id) {
        guilds.add(node(id, true));
        changed();
    }

    void remove(String id) {
        guilds.removeIf(node -> node.id().equals(id));
        changed();
    }

    void left(String id) {
        remove(id);
        left.add(id);
    }

    void loseLease() {
        counts = false;
    }

    void regainLease() {
        term++;
        counts = true;
    }

    @Override
    public Node self(Role role) {
        return self;
    }

    @Override
    public List<Node> nodes(Role role) {
        return switch (role) {
            case GUILD -> counts ? List.copyOf(guilds) : List.of();
            case STORAGE_PROXY -> List.of(new Node("proxy-of-" + self.id(), role, "", "", false));
            case API, RELAY, GATEWAY, SEARCH, VOICE -> List.of();
        };
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        listeners.add(listener);
        listener.accept(nodes(role));
    }

    @Override
    public long term() {
        return counts ? term : NO_TERM;
    }

    @Override
    public Duration leaseTtl() {
        return leaseTtl;
    }

    /** Never certain. */
    @Override
    public Optional<List<Node>> current(Role role) {
        return Optional.empty();
    }

    @Override
    public boolean hasLeft(Role role, String id) {
        return left.contains(id);
    }

    @Override
    public void drain(Role role) {}

    private void changed() {
        listeners.forEach(listener -> listener.accept(nodes(Role.GUILD)));
    }

    private static Node node(String id, boolean draining) {
        return new Node(id, Role.GUILD, id + ".example:9000", "", draining);
    }
}
