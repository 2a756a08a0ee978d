package io.guildhall.discovery.etcd;

import io.grpc.Server;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.guildhall.discovery.etcd.rpc.KVGrpc;
import io.guildhall.discovery.etcd.rpc.LeaseGrantRequest;
import io.guildhall.discovery.etcd.rpc.LeaseGrantResponse;
import io.guildhall.discovery.etcd.rpc.LeaseGrpc;
import io.guildhall.discovery.etcd.rpc.LeaseKeepAliveRequest;
import io.guildhall.discovery.etcd.rpc.LeaseKeepAliveResponse;
import io.guildhall.discovery.etcd.rpc.LeaseRevokeRequest;
import io.guildhall.discovery.etcd.rpc.LeaseRevokeResponse;
import io.guildhall.discovery.etcd.rpc.PutRequest;
import io.guildhall.discovery.etcd.rpc.PutResponse;
import io.guildhall.discovery.etcd.rpc.RangeRequest;
import io.guildhall.discovery.etcd.rpc.RangeResponse;
import io.guildhall.discovery.etcd.rpc.ResponseHeader;
import io.guildhall.discovery.etcd.rpc.TxnRequest;
import io.guildhall.discovery.etcd.rpc.TxnResponse;
import io.guildhall.discovery.etcd.rpc.WatchGrpc;
import io.guildhall.discovery.etcd.rpc.WatchRequest;
import io.guildhall.discovery.etcd.rpc.WatchResponse;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Speaks etcd's interface over TLS and takes its time for each handshake; it agrees to everything and remembers nothing. */
final class SlowEtcd implements AutoCloseable {
    private static final ResponseHeader HEADER =
            ResponseHeader.newBuilder().setRevision(1).build();

    private final Server server;
    private final ServerSocket door;
    private final AtomicInteger connections = new AtomicInteger();

    SlowEtcd(Path certificate, Path key, Duration handshake) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        server = NettyServerBuilder.forAddress(new InetSocketAddress(here, 0))
                .sslContext(GrpcSslContexts.configure(
                                SslContextBuilder.forServer(certificate.toFile(), key.toFile()), SslProvider.JDK)
                        .build())
                .addService(new Keys())
                .addService(new Leases())
                .addService(new Watches())
                .build()
                .start();
        door = new ServerSocket(0, 50, here);
        Thread.ofVirtual().start(() -> serve(handshake));
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many were begun so far. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        server.shutdownNow();
    }

    private void serve(Duration handshake) {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> pass(client, handshake));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket client, Duration handshake) {
        try (client;
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            Thread.sleep(handshake);
            Thread.ofVirtual().start(() -> copy(inside, client));
            copy(client, inside);
        } catch (IOException | UncheckedIOException over) {
            // The client has left.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException over) {
            // So is the other side.
        }
    }

    private static <T> void answer(StreamObserver<T> to, T answer) {
        to.onNext(answer);
        to.onCompleted();
    }

    private static <Q, A> StreamObserver<Q> each(StreamObserver<A> answers, Function<Q, A> answer) {
        return new StreamObserver<>() {
            @Override
            public void onNext(Q question) {
                answers.onNext(answer.apply(question));
            }

            @Override
            public void onError(Throwable left) {}

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }

    private static final class Keys extends KVGrpc.KVImplBase {
        @Override
        public void range(RangeRequest request, StreamObserver<RangeResponse> to) {
            answer(to, RangeResponse.newBuilder().setHeader(HEADER).build());
        }

        @Override
        public void put(PutRequest request, StreamObserver<PutResponse> to) {
            answer(to, PutResponse.newBuilder().setHeader(HEADER).build());
        }

        @Override
        public void txn(TxnRequest request, StreamObserver<TxnResponse> to) {
            answer(
                    to,
                    TxnResponse.newBuilder()
                            .setHeader(HEADER)
                            .setSucceeded(true)
                            .build());
        }
    }

    private static final class Leases extends LeaseGrpc.LeaseImplBase {
        @Override
        public void leaseGrant(LeaseGrantRequest request, StreamObserver<LeaseGrantResponse> to) {
            answer(
                    to,
                    LeaseGrantResponse.newBuilder()
                            .setID(7)
                            .setTTL(request.getTTL())
                            .build());
        }

        @Override
        public void leaseRevoke(LeaseRevokeRequest request, StreamObserver<LeaseRevokeResponse> to) {
            answer(to, LeaseRevokeResponse.getDefaultInstance());
        }

        @Override
        public StreamObserver<LeaseKeepAliveRequest> leaseKeepAlive(StreamObserver<LeaseKeepAliveResponse> to) {
            return each(to, asked -> LeaseKeepAliveResponse.newBuilder()
                    .setID(asked.getID())
                    .setTTL(1)
                    .build());
        }
    }

    private static final class Watches extends WatchGrpc.WatchImplBase {
        @Override
        public StreamObserver<WatchRequest> watch(StreamObserver<WatchResponse> to) {
            return each(to, begun -> WatchResponse.newBuilder()
                    .setHeader(HEADER)
                    .setCreated(true)
                    .build());
        }
    }
}
