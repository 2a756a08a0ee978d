package io.guildhall.model.cluster;

import java.time.Duration;

/**
 * Clients of one internal service, by node. In one process the service itself, called directly; in a cluster an
 * authenticated gRPC client on a kept connection.
 *
 * @param <S> the generated interface of the service, such as {@code io.guildhall.model.rpc.GuildOwner}
 */
@FunctionalInterface
public interface Peers<S> {
    /** The client for this node; the same one for the same address. */
    S at(Node node);

    /**
     * A client for this node whose calls end with DEADLINE_EXCEEDED after this time, counted from now. The called node
     * learns of the deadline. In one process there is nothing that could carry it: the caller has to cancel.
     */
    default S at(Node node, Duration deadline) {
        return at(node);
    }
}
