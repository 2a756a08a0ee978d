package io.guildhall.discovery.etcd;

import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.discovery.NodeBook;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Discovery by etcd. The process holds one lease; its nodes and its number live under it and vanish with it. What it
 * knows of others follows a watch. When the lease can't be renewed in time the process counts itself as dead before
 * the others do: it is not ready, and knows no nodes, until it has a new lease and the same number again.
 */
public final class EtcdDiscovery implements Discovery, AutoCloseable {
    private final NodeBook book = new NodeBook(List.of());
    private final Map<Role, Node> own = new EnumMap<>(Role.class);
    private final LeaseKeeper keeper;

    /**
     * @param roles what this process is
     * @param lostNumber called when another process took this one's number, so that it must not make ids any more
     */
    public EtcdDiscovery(DiscoveryConfig config, Set<Role> roles, Runnable lostNumber) {
        String id = UUID.randomUUID().toString();
        String address = address(config.host().orElseGet(EtcdDiscovery::ownHost), config.port());
        for (Role role : roles) {
            String publicUrl = role == Role.GATEWAY ? config.publicUrl().orElse("") : "";
            own.put(role, new Node(id, role, address, publicUrl, false));
        }
        keeper = new LeaseKeeper(config, id, book, lostNumber);
    }

    /** An IPv6 address stands in brackets, as a port follows it. */
    static String address(String host, int port) {
        boolean bare = host.indexOf(':') >= 0 && !host.startsWith("[");
        return (bare ? "[" + host + "]" : host) + ":" + port;
    }

    /** Begins to ask etcd, and does not wait for an answer. Until there is one, no nodes are known. */
    public void begin() {
        keeper.begin();
    }

    /**
     * Waits for etcd and for a number; the node is not announced yet.
     *
     * @throws IllegalStateException when etcd does not answer in time
     */
    public void await() {
        keeper.await();
    }

    /** Makes this process known to the others: it can take calls now. */
    public void announce() {
        keeper.announce(List.copyOf(own.values()));
    }

    /** True while the lease is held and the others are known. */
    public boolean ready() {
        return keeper.ready();
    }

    @Override
    public synchronized Node self(Role role) {
        Node node = own.get(role);
        if (node == null) {
            throw new IllegalArgumentException("guildhall.discovery.roles of this process does not name " + role);
        }
        return node;
    }

    @Override
    public List<Node> nodes(Role role) {
        // By the clock, since the keeper may still wait for an answer of etcd when the lease ends.
        return keeper.counts() ? book.nodes(role) : List.of();
    }

    @Override
    public long term() {
        return keeper.term();
    }

    @Override
    public Duration leaseTtl() {
        return keeper.leaseTtl();
    }

    /** A node that was announced stands in etcd until its lease ends there, which is after it has ended for the node itself. */
    @Override
    public Optional<List<Node>> current(Role role) {
        boolean fresh = keeper.refresh();
        List<Node> listed = book.nodes(role);
        // In this order: nobody is known once this process counts itself out.
        return fresh && keeper.counts() ? Optional.of(listed) : Optional.empty();
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        book.watch(role, listener);
    }

    @Override
    public int number() {
        return keeper.number();
    }

    @Override
    public synchronized void drain(Role role) {
        own.put(role, draining(self(role)));
        keeper.announce(List.copyOf(own.values()));
    }

    /** Announces that everything drains that this process is. */
    synchronized void drain() {
        own.replaceAll((role, node) -> draining(node));
        keeper.announce(List.copyOf(own.values()));
    }

    private static Node draining(Node node) {
        return new Node(node.id(), node.role(), node.address(), node.publicUrl(), true);
    }

    /** Gives the lease back, so that the others hear of the departure at once. */
    @Override
    public void close() {
        keeper.stop();
    }

    private static String ownHost() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException nameless) {
            throw new IllegalStateException("This machine has no address; set guildhall.discovery.host", nameless);
        }
    }
}
