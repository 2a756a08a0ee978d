package io.guildhall.orchestration.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a person is told of one process of a stack.
 *
 * @param id of the process that was started last
 */
public record NodeStatus(String node, OptionalLong id, int port, State state) {
    /** As it is printed, in small letters. */
    public enum State {
        DOWN,
        STARTING,
        READY
    }

    /** A line with what the columns are, and one for each. */
    public static List<String> table(List<NodeStatus> nodes) {
        List<String> lines = new ArrayList<>();
        lines.add(line("NODE", "PID", "PORT", "STATE"));
        for (NodeStatus node : nodes) {
            String id = node.id().isPresent() ? Long.toString(node.id().getAsLong()) : "";
            lines.add(line(
                    node.node(),
                    id,
                    Integer.toString(node.port()),
                    node.state().name().toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(lines);
    }

    private static String line(String node, String id, String port, String state) {
        return String.format(Locale.ROOT, "%-18s %-8s %-6s %s", node, id, port, state);
    }
}
