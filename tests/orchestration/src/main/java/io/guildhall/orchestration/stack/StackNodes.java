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

    private static final Pattern NAME = Pattern.compile("(api|gateway|guild|relay|storage-proxy)-([12])");

    private static final List<String> SERVING = List.of(
            "storage-proxy-1", "guild-1", "guild-2", "relay-1", "relay-2", "gateway-1", "gateway-2", "api-1", "api-2");

    /** From the outside in, so that each drains into what still runs. */
    private static final List<List<String>> TIERS = List.of(
            List.of("api-", "gateway-"),
            List.of("relay-", "guild-"),
            List.of("storage-proxy-"),
            List.of(CASSANDRA),
            List.of(ETCD));

    private StackNodes() {}

    public static List<String> serving(Store store) {
        return switch (store) {
            case EMBEDDED -> SERVING;
            case CASSANDRA -> {
                List<String> nodes = new ArrayList<>(SERVING);
                nodes.add(1, "storage-proxy-2");
                yield List.copyOf(nodes);
            }
        };
    }

    public static List<String> backends(Store store) {
        return switch (store) {
            case EMBEDDED -> List.of(ETCD);
            case CASSANDRA -> List.of(CASSANDRA, ETCD);
        };
    }

    /** Backends first. */
    public static List<String> all(Store store) {
        return Stream.concat(backends(store).stream(), serving(store).stream()).toList();
    }

    /** Nodes that are stopped at the same time, one group after the other. */
    public static List<List<String>> tiers(Store store) {
        return TIERS.stream()
                .map(prefixes -> all(store).stream()
                        .filter(node -> prefixes.stream().anyMatch(node::startsWith))
                        .toList())
                .toList();
    }

    public static boolean isBackend(String node) {
        return node.equals(ETCD) || node.equals(CASSANDRA);
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
