package io.guildhall.model.cluster;

/**
 * A live node.
 *
 * @param id unique for the life of the process: a node that restarts has another id
 * @param address host:port of its internal gRPC server; empty in one process
 * @param publicUrl where clients reach it, for gateways: {@code ws://host:port}; empty otherwise
 * @param draining true when it takes no new work and is about to leave
 * @param contract how much it understands of what other nodes say: {@link #CONTRACT} of its build; 0 for builds that do not tell
 */
public record Node(String id, Role role, String address, String publicUrl, boolean draining, int contract) {
    /**
     * Rises with every field of an owner's frames that a relay has to heed, because whoever passes over it would tell somebody what is not
     * for them, or leave somebody out. Owners use relays that understand at least as much as they do: during an upgrade in the wrong order
     * sessions wait for a relay of the new release instead of hearing too much from one of the last.
     */
    public static final int CONTRACT = 2;

    /** A node of this build. */
    public Node(String id, Role role, String address, String publicUrl, boolean draining) {
        this(id, role, address, publicUrl, draining, CONTRACT);
    }

    /** Whether it understands everything that nodes of this build say. */
    public boolean understands() {
        return contract >= CONTRACT;
    }
}
