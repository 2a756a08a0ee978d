package io.guildhall.model.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who is alive. Static in one process, etcd with leases in a cluster. */
public interface Discovery {
    /** The {@link #term} of a process that can not be sure to count as alive. */
    long NO_TERM = 0;

    /** This process's own node for a role it plays, as others see it. */
    Node self(Role role);

    /**
     * The live nodes of a role, draining ones included, ordered by id. Never blocks: the last known state. A process that
     * can not be sure to count as alive with the others knows no nodes, and does so before the others give it up.
     */
    List<Node> nodes(Role role);

    /** Calls the listener with the nodes of the role, now and after every change, one call at a time. */
    void watch(Role role, Consumer<List<Node>> listener);

    /**
     * A number from 0 to 1,023 that no other live process has: the worker and process bits of the snowflakes made here.
     * 0 where there is only one process.
     */
    default int number() {
        return 0;
    }

    /**
     * The number of the time, without a break, in which this process has counted as alive with the others; {@link #NO_TERM} while it can
     * not be sure of that. By the monotonic clock, and over before it is over for the others. Whoever finds another number than
     * before has to expect that others took over meanwhile what it had. Never blocks.
     */
    default long term() {
        return 1;
    }

    /**
     * Whether it knows the others. While it is not sure to count as alive itself it knows no nodes, but that says nothing of them: it chooses
     * nobody, and gives nobody up who still answers. Never blocks.
     */
    default boolean knowsOthers() {
        return term() != NO_TERM;
    }

    /** How long a process that says nothing counts as alive with the others, at most. Zero where the nodes are given. */
    default Duration leaseTtl() {
        return Duration.ZERO;
    }

    /**
     * The nodes of a role that counted as alive at some moment after this call; empty when nobody says so in time. Blocks while it asks,
     * for a bounded time.
     */
    default Optional<List<Node>> current(Role role) {
        return Optional.of(nodes(role));
    }

    /**
     * Whether a node, which was announced before this call, has left for certain: it counts as alive no more and has found that out
     * itself, as by {@link #term}. False in doubt. Blocks as {@link #current} does.
     */
    default boolean hasLeft(Role role, String id) {
        return current(role)
                .filter(nodes -> nodes.stream().noneMatch(node -> node.id().equals(id)))
                .isPresent();
    }

    /**
     * Announces that this process's node of the role drains: nobody chooses it any more. A process of several roles drains those first
     * that others do not stand on: what it is to the other roles stays until they need it no more.
     */
    void drain(Role role);
}
