package io.guildhall.discovery;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Discovery without a network: the nodes are those it is given. One process that plays every role knows only itself;
 * tests build clusters of it by {@link #replace}.
 */
public final class StaticDiscovery implements Discovery {
    private final Map<Role, Node> own;
    private final NodeBook book;

    /** Knows these nodes; {@code own} are those among them that this process plays, at most one for each role. */
    public StaticDiscovery(List<Node> own, List<Node> all) {
        this.own = new EnumMap<>(Role.class);
        own.forEach(node -> this.own.put(node.role(), node));
        this.book = new NodeBook(all);
    }

    /**
     * One process that plays every role, without voice.
     *
     * @param publicUrl where clients reach its gateway, such as {@code ws://127.0.0.1:8080/gateway}
     */
    public static StaticDiscovery oneProcess(String publicUrl) {
        return oneProcess(publicUrl, "");
    }

    /** @param voice where clients reach its voice gateway, as host and port; empty where there is none */
    public static StaticDiscovery oneProcess(String publicUrl, String voice) {
        String id = UUID.randomUUID().toString();
        List<Node> nodes = Arrays.stream(Role.values())
                .map(role -> new Node(id, role, "", reachedAt(role, publicUrl, voice), false))
                .toList();
        return new StaticDiscovery(nodes, nodes);
    }

    private static String reachedAt(Role role, String gateway, String voice) {
        return switch (role) {
            case GATEWAY -> gateway;
            case VOICE -> voice;
            case API, GUILD, RELAY, STORAGE_PROXY, SEARCH -> "";
        };
    }

    @Override
    public Node self(Role role) {
        Node node = own.get(role);
        if (node == null) {
            throw new IllegalArgumentException("this process does not play the role " + role);
        }
        return node;
    }

    @Override
    public List<Node> nodes(Role role) {
        return book.nodes(role);
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        book.watch(role, listener);
    }

    @Override
    public void drain(Role role) {
        Node node = self(role);
        Node draining = new Node(node.id(), role, node.address(), node.publicUrl(), true);
        own.put(role, draining);
        replace(
                role,
                nodes(role).stream()
                        .map(known -> known.id().equals(node.id()) ? draining : known)
                        .toList());
    }

    /** The nodes that this process plays. */
    public List<Node> own() {
        return List.copyOf(own.values());
    }

    /** From now on these are the nodes of the role; the watchers are told before this returns. */
    public void replace(Role role, List<Node> nodes) {
        book.replace(role, nodes);
    }
}
