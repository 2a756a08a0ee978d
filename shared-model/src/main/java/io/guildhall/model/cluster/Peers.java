package io.guildhall.model.cluster;

/**
 * Clients of one internal service, by node. In one process the service itself, called directly; in a cluster an
 * authenticated gRPC client on a kept connection.
 *
 * @param <S> the generated interface of the service, such as {@code io.guildhall.model.rpc.GuildOwner}
 */
public interface Peers<S> {
    /** The client for this node; the same one for the same address. */
    S at(Node node);
}
