package io.guildhall.guild;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Nodes as a test says. This process's own guild node is called "self". */
public final class FakeDiscovery implements Discovery {
    private final Map<Role, List<Node>> nodes = new EnumMap<>(Role.class);
    private final Map<Role, List<Consumer<List<Node>>>> listeners = new EnumMap<>(Role.class);

    private volatile boolean silent;
    private volatile boolean alone;

    public FakeDiscovery() {
        for (Role role : Role.values()) {
            nodes.put(role, List.of());
            listeners.put(role, new CopyOnWriteArrayList<>());
        }
        set(Role.GUILD, "self");
    }

    public static Node node(Role role, String id) {
        return new Node(id, role, "", "", false);
    }

    /** From now on exactly these nodes live. */
    public void set(Role role, String... ids) {
        set(role, Stream.of(ids).map(id -> node(role, id)).toList());
    }

    /** From now on exactly these nodes live. */
    public void set(Role role, List<Node> next) {
        nodes.put(role, List.copyOf(next));
        listeners.get(role).forEach(listener -> listener.accept(nodes.get(role)));
    }

    /** The watch says these, while a list would still say those that were set. */
    public void lag(Role role, String... ids) {
        List<Node> said = Stream.of(ids).map(id -> node(role, id)).toList();
        listeners.get(role).forEach(listener -> listener.accept(said));
    }

    /** Whether this process has lost its lease, and so knows nobody. */
    public void alone(boolean lost) {
        alone = lost;
        listeners.forEach((role, listening) -> listening.forEach(listener -> listener.accept(nodes(role))));
    }

    @Override
    public long term() {
        return alone ? NO_TERM : 1;
    }

    /** Whether nobody answers who asks for a list. */
    public void silent(boolean silence) {
        silent = silence;
    }

    @Override
    public Optional<List<Node>> current(Role role) {
        return silent ? Optional.empty() : Optional.of(nodes(role));
    }

    @Override
    public Node self(Role role) {
        return node(role, "self");
    }

    @Override
    public List<Node> nodes(Role role) {
        return alone ? List.of() : nodes.get(role);
    }

    @Override
    public void watch(Role role, Consumer<List<Node>> listener) {
        listeners.get(role).add(listener);
        listener.accept(nodes(role));
    }

    @Override
    public void drain(Role role) {}
}
