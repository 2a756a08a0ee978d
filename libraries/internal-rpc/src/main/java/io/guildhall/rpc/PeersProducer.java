package io.guildhall.rpc;

import io.grpc.stub.AbstractStub;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.GatewayNodeClient;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.GuildOwnerClient;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.RelayClient;
import io.guildhall.model.rpc.Search;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.model.rpc.StorageSharing;
import io.guildhall.model.rpc.VoiceNode;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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
                connections,
                GuildOwner.class,
                (channel, deadline) -> new GuildOwnerClient("owner", channel, (name, stub) -> within(stub, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<Relay> relays() {
        return new GrpcPeers<>(
                connections,
                Relay.class,
                (channel, deadline) -> new RelayClient("relay", channel, (name, stub) -> within(stub, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<GatewayNode> gateways() {
        return new GrpcPeers<>(
                connections,
                GatewayNode.class,
                (channel, deadline) ->
                        new GatewayNodeClient("gateway", channel, (name, stub) -> within(stub, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<Storage> stores() {
        return new GrpcPeers<>(
                connections, Storage.class, (channel, deadline) -> new StorageCalls(new UnaryCalls(channel, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<StorageSharing> sharing() {
        return new GrpcPeers<>(
                connections,
                StorageSharing.class,
                (channel, deadline) -> new SharingCalls(new UnaryCalls(channel, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<StorageFencing> fencing() {
        return new GrpcPeers<>(
                connections,
                StorageFencing.class,
                (channel, deadline) -> new FencingCalls(new UnaryCalls(channel, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<Search> searches() {
        return new GrpcPeers<>(
                connections, Search.class, (channel, deadline) -> new SearchCalls(new UnaryCalls(channel, deadline)));
    }

    @Produces
    @Singleton
    @DefaultBean
    Peers<VoiceNode> voices() {
        return new GrpcPeers<>(
                connections, VoiceNode.class, (channel, deadline) -> new VoiceCalls(new UnaryCalls(channel, deadline)));
    }

    private static <S extends AbstractStub<S>> S within(S stub, Optional<Duration> deadline) {
        return deadline.map(left -> stub.withDeadlineAfter(left.toNanos(), TimeUnit.NANOSECONDS))
                .orElse(stub);
    }
}
