package io.guildhall.discovery;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The known nodes of every role, and the listeners to each role. */
public final class NodeBook {
    private final Map<Role, NodeList> lists = new EnumMap<>(Role.class);

    public NodeBook(Collection<Node> nodes) {
        for (Role role : Role.values()) {
            lists.put(role, new NodeList(ofRole(nodes, role)));
        }
    }

    public List<Node> nodes(Role role) {
        return lists.get(role).current();
    }

    public void watch(Role role, Consumer<List<Node>> listener) {
        lists.get(role).watch(listener);
    }

    /** Replaces what is known of one role. */
    public void replace(Role role, Collection<Node> nodes) {
        lists.get(role).replace(ofRole(nodes, role));
    }

    /** Replaces everything. */
    public void replaceAll(Collection<Node> nodes) {
        for (Role role : Role.values()) {
            replace(role, nodes);
        }
    }

    private static List<Node> ofRole(Collection<Node> nodes, Role role) {
        return nodes.stream()
                .filter(node -> node.role() == role)
                .sorted(Comparator.comparing(Node::id))
                .toList();
    }
}
