package io.guildhall.rpc;

import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.GatewayNodeClient;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.GuildOwnerClient;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayClient;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageClient;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clients of the internal services in a cluster. */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class PeersProducer {
    private final Connections connections;

    PeersProducer(Connections connections) {
        this.connections = connections;
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<GuildOwner> owners() {
        return new GrpcPeers<>(
                connections, GuildOwner.class, channel -> new GuildOwnerClient("owner", channel, (name, stub) -> stub));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<Relay> relays() {
        return new GrpcPeers<>(
                connections, Relay.class, channel -> new RelayClient("relay", channel, (name, stub) -> stub));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<GatewayNode> gateways() {
        return new GrpcPeers<>(
                connections,
                GatewayNode.class,
                channel -> new GatewayNodeClient("gateway", channel, (name, stub) -> stub));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<Storage> stores() {
        return new GrpcPeers<>(
                connections, Storage.class, channel -> new StorageClient("storage", channel, (name, stub) -> stub));
    }
}
