package io.guildhall.model.cluster;

import java.util.List;
import java.util.function.Consumer;

/** Who is alive. Static in one process, etcd with leases in a cluster. */
public interface Discovery {
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

    /** Announces that this process drains: others choose it no more. */
    void drain();
}
