package io.guildhall.model.cluster;

/**
 * A live node.
 *
 * @param id unique for the life of the process: a node that restarts has another id
 * @param address host:port of its internal gRPC server; empty in one process
 * @param publicUrl where clients reach it, for gateways: {@code ws://host:port}; empty otherwise
 * @param draining true when it takes no new work and is about to leave
 */
public record Node(String id, Role role, String address, String publicUrl, boolean draining) {}
