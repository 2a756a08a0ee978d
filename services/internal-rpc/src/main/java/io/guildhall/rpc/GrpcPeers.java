package io.guildhall.rpc;

import io.grpc.Channel;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Peers;
import java.util.function.Function;

/** Clients of one service over the kept connections. */
final class GrpcPeers<S> implements Peers<S> {
    private final Connections connections;
    private final Class<S> service;
    private final Function<Channel, S> create;

    GrpcPeers(Connections connections, Class<S> service, Function<Channel, S> create) {
        this.connections = connections;
        this.service = service;
        this.create = create;
    }

    @Override
    public S at(Node node) {
        return connections.to(node).client(service, create);
    }
}
