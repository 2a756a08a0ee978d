package io.guildhall.rpc;

import io.grpc.Channel;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Clients of one service over the kept connections. */
final class GrpcPeers<S> implements Peers<S> {
    private final Connections connections;
    private final Class<S> service;
    private final BiFunction<Channel, Optional<Duration>, S> create;

    /** @param create makes a client; the duration is how long each of its calls may take, counted from now */
    GrpcPeers(Connections connections, Class<S> service, BiFunction<Channel, Optional<Duration>, S> create) {
        this.connections = connections;
        this.service = service;
        this.create = create;
    }

    @Override
    public S at(Node node) {
        return connections.to(node).client(service, channel -> create.apply(channel, Optional.empty()));
    }

    @Override
    public S at(Node node, Duration deadline) {
        return create.apply(connections.to(node).channel(), Optional.of(deadline));
    }
}
