package io.guildhall.orchestration.stack;

import io.guildhall.orchestration.commandline.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The processes of a stack by name: those of services, as {@code guild-2}, in an order in which each finds what it needs, and the
 * backends below them. The embedded store has one storage proxy, which keeps the files; Cassandra has two.
 */
public final class StackNodes {
    public static final String ETCD = "etcd";
    public static final String CASSANDRA = "cassandra";
    public static final String KAFKA = "kafka";
    public static final String ELASTICSEARCH = "elasticsearch";

    /** What search stands on. */
    static final List<String> SEARCHED = List.of(KAFKA, ELASTICSEARCH);

    private static final Pattern NAME = Pattern.compile("(api|gateway|guild|relay|search|push|storage-proxy)-([12])");

    private static final List<String> SERVING = List.of(
            "storage-proxy-1", "guild-1", "guild-2", "relay-1", "relay-2", "gateway-1", "gateway-2", "api-1", "api-2");

    /** From the outside in, so that each drains into what still runs. */
    private static final List<List<String>> TIERS = List.of(
            List.of("api-", "gateway-"),
            List.of("relay-", "guild-"),
            List.of("search-", "push-"),
            List.of("storage-proxy-"),
            List.of(CASSANDRA, KAFKA, ELASTICSEARCH),
            List.of(ETCD));

    private StackNodes() {}

    public static List<String> serving(Shape shape) {
        List<String> nodes = new ArrayList<>(SERVING);
        switch (shape.store()) {
            case EMBEDDED -> {}
            case CASSANDRA -> nodes.add(1, "storage-proxy-2");
        }
        if (shape.searching()) {
            nodes.addAll(nodes.indexOf("guild-1"), List.of("search-1", "search-2"));
        }
        if (shape.pushing()) {
            nodes.addAll(nodes.indexOf("guild-1"), List.of("push-1", "push-2"));
        }
        return List.copyOf(nodes);
    }

    public static List<String> backends(Shape shape) {
        List<String> backends = new ArrayList<>();
        switch (shape.store()) {
            case EMBEDDED -> {}
            case CASSANDRA -> backends.add(CASSANDRA);
        }
        backends.addAll(logged(shape));
        backends.add(ETCD);
        return List.copyOf(backends);
    }

    /** What the event log and those who read it stand on. */
    static List<String> logged(Shape shape) {
        if (shape.searching()) {
            return SEARCHED;
        }
        return shape.pushing() ? List.of(KAFKA) : List.of();
    }

    /** Backends first. */
    public static List<String> all(Shape shape) {
        return Stream.concat(backends(shape).stream(), serving(shape).stream()).toList();
    }

    /** Nodes that are stopped at the same time, one group after the other. */
    public static List<List<String>> tiers(Shape shape) {
        return TIERS.stream()
                .map(prefixes -> all(shape).stream()
                        .filter(node -> prefixes.stream().anyMatch(node::startsWith))
                        .toList())
                .toList();
    }

    public static boolean isBackend(String node) {
        return node.equals(ETCD) || node.equals(CASSANDRA) || SEARCHED.contains(node);
    }

    /** What a node runs. */
    public static String service(String node) {
        return node.substring(0, node.lastIndexOf('-'));
    }

    static int number(String node) {
        return Integer.parseInt(node.substring(node.lastIndexOf('-') + 1));
    }

    /**
     * A name that a person gave.
     *
     * @throws Refusal when no stack has such a node
     */
    public static String checked(String node) {
        if (!isBackend(node) && !NAME.matcher(node).matches()) {
            throw new Refusal("a stack has no node " + node);
        }
        return node;
    }
}
