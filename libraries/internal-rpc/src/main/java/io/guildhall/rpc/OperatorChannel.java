package io.guildhall.rpc;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.guildhall.rpc.config.ClusterConfig;
import io.guildhall.rpc.tls.ClusterTls;
import java.time.Clock;

/** A connection of a tool to one node, with the cluster's secret and, where the cluster has it, mutual TLS. */
public final class OperatorChannel {
    private OperatorChannel() {}

    /**
     * @param address host:port of the node's internal gRPC server
     * @throws IllegalStateException when the secret is none
     */
    public static ManagedChannel open(String address, ClusterConfig config) {
        NettyChannelBuilder channel = NettyChannelBuilder.forTarget("dns:///" + address);
        ClusterTls.of(config.tls(), Clock.systemUTC())
                .ifPresentOrElse(protection -> channel.sslContext(protection.client()), channel::usePlaintext);
        return channel.intercept(new ClientCalls(
                        ClusterSecret.of(config.secret()), config.rpc().deadline()))
                .build();
    }
}
