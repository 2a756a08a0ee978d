package io.guildhall.model.cluster;

/**
 * A live node.
 *
 * @param id unique for the life of the process: a node that restarts has another id
 * @param address host:port of its internal gRPC server; empty in one process
 * @param publicUrl where clients reach it, for gateways: {@code ws://host:port}; for voice nodes: host and port, without a scheme, of what
 *     they reach by {@code wss}; empty otherwise
 * @param draining true when it takes no new work and is about to leave
 * @param contract how much it understands of what other nodes say: the {@link Contract} of its build and role; 0 for builds that do not
 *     tell
 */
public record Node(String id, Role role, String address, String publicUrl, boolean draining, int contract) {
    /** A node of this build. */
    public Node(String id, Role role, String address, String publicUrl, boolean draining) {
        this(id, role, address, publicUrl, draining, Contract.of(role));
    }

    /** Whether it understands everything that nodes of this build say to nodes of its role. */
    public boolean understands() {
        return understands(Contract.of(role));
    }

    /** Whether it understands what needs at least this contract. */
    public boolean understands(int needed) {
        return contract >= needed;
    }
}
