package io.guildhall.rpc;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Node;
import io.guildhall.model.cluster.Role;
import io.guildhall.observability.trace.Traces;
import io.guildhall.rpc.config.ClusterConfig;
import io.guildhall.rpc.tls.ClusterTls;
import io.netty.channel.ChannelOption;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One kept connection to each node that was ever asked for and is still alive. A node that leaves has its connection
 * closed: what waits for an answer of it fails at once rather than at its deadline. Answers are handled on virtual
 * threads, so that whoever waits for them may block.
 */
@ApplicationScoped
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class Connections {
    private static final Logger LOG = Logger.getLogger(Connections.class);
    private static final int FLOW_CONTROL_WINDOW = 4 * 1024 * 1024;
    private static final int SECONDS_TO_FINISH = 5;

    private record Peer(String id, String address) {}

    private final Map<Peer, PeerConnection> connections = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("rpc-", 0).factory());
    private final ClusterConfig.Rpc config;
    private final ClientCalls calls;
    private final TracingClientInterceptor tracing;
    private final Optional<ClusterTls> tls;
    private final Discovery discovery;

    public Connections(ClusterConfig config, Discovery discovery, Traces traces, Clock clock) {
        this.config = config.rpc();
        this.calls =
                new ClientCalls(ClusterSecret.of(config.secret()), config.rpc().deadline());
        this.tracing = new TracingClientInterceptor(traces);
        this.tls = ClusterTls.of(config.tls(), clock);
        this.discovery = discovery;
        for (Role role : Role.values()) {
            discovery.watch(role, nodes -> closeLeftSoon());
        }
    }

    PeerConnection to(Node node) {
        return connections.computeIfAbsent(
                new Peer(node.id(), node.address()), peer -> new PeerConnection(open(peer.address())));
    }

    int open() {
        return connections.size();
    }

    @PreDestroy
    void close() {
        connections.values().forEach(PeerConnection::closeNow);
        threads.shutdown();
    }

    private ManagedChannel open(String address) {
        NettyChannelBuilder channel = NettyChannelBuilder.forTarget("dns:///" + address);
        tls.ifPresentOrElse(protection -> channel.sslContext(protection.client()), channel::usePlaintext);
        return channel.executor(threads)
                .intercept(calls, tracing)
                .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        config.connectTimeout().toMillis())
                .keepAliveTime(config.keepAlive().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(config.keepAliveTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveWithoutCalls(true)
                .idleTimeout(1, TimeUnit.DAYS)
                .flowControlWindow(FLOW_CONTROL_WINDOW)
                .maxInboundMessageSize(config.maxMessageBytes())
                .disableRetry()
                .build();
    }

    /** Not at the end of the process: then every connection is closed anyway. */
    private void closeLeftSoon() {
        try {
            threads.execute(this::closeLeft);
        } catch (RejectedExecutionException ended) {
            LOG.trace("Nodes changed after the end", ended);
        }
    }

    private synchronized void closeLeft() {
        boolean known = discovery.knowsOthers();
        Set<Peer> alive = Arrays.stream(Role.values())
                .flatMap(role -> discovery.nodes(role).stream())
                .map(node -> new Peer(node.id(), node.address()))
                .collect(Collectors.toSet());
        if (!known || !discovery.knowsOthers()) {
            // Nobody is known, this process neither: that says nothing of the others.
            return;
        }
        connections.forEach((peer, connection) -> {
            if (!alive.contains(peer) && connections.remove(peer, connection)) {
                connection.close(SECONDS_TO_FINISH);
            }
        });
    }
}
