package io.guildhall.discovery.etcd;

import com.google.protobuf.ByteString;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.guildhall.discovery.etcd.rpc.Compare;
import io.guildhall.discovery.etcd.rpc.KVGrpc;
import io.guildhall.discovery.etcd.rpc.LeaseGrantRequest;
import io.guildhall.discovery.etcd.rpc.LeaseGrpc;
import io.guildhall.discovery.etcd.rpc.LeaseKeepAliveRequest;
import io.guildhall.discovery.etcd.rpc.LeaseKeepAliveResponse;
import io.guildhall.discovery.etcd.rpc.LeaseRevokeRequest;
import io.guildhall.discovery.etcd.rpc.PutRequest;
import io.guildhall.discovery.etcd.rpc.RangeRequest;
import io.guildhall.discovery.etcd.rpc.RangeResponse;
import io.guildhall.discovery.etcd.rpc.RequestOp;
import io.guildhall.discovery.etcd.rpc.TxnRequest;
import io.guildhall.discovery.etcd.rpc.WatchCreateRequest;
import io.guildhall.discovery.etcd.rpc.WatchGrpc;
import io.guildhall.discovery.etcd.rpc.WatchRequest;
import io.guildhall.discovery.etcd.rpc.WatchResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The few things that discovery asks of one member of etcd. Every method but the watch blocks, for the timeout at most; {@link #connect} for as long
 * as it is told.
 */
final class EtcdClient implements AutoCloseable {
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final ManagedChannel channel;
    private final Duration timeout;

    EtcdClient(String endpoint, Duration timeout, EtcdTls tls) {
        this.timeout = timeout;
        this.channel = tls.channel(endpoint)
                .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /**
     * Opens the connection, so that no question spends its time on that: a handshake of TLS may take longer than any answer on a machine
     * that has much to do, and when it is broken off it has to be done anew. What speaks against a connection the next question tells.
     *
     * @throws EtcdException when there is none by then
     */
    void connect(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (ConnectivityState state = channel.getState(true); opens(state); state = channel.getState(true)) {
            CountDownLatch changed = new CountDownLatch(1);
            channel.notifyWhenStateChanged(state, changed::countDown);
            if (!changed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new EtcdException("no connection could be opened within " + patience.toMillis() + " ms", null);
            }
        }
    }

    private static boolean opens(ConnectivityState state) {
        return state == ConnectivityState.IDLE || state == ConnectivityState.CONNECTING;
    }

    long grantLease(Duration ttl) {
        return leases().leaseGrant(LeaseGrantRequest.newBuilder()
                        .setTTL(Math.max(1, ttl.toSeconds()))
                        .build())
                .getID();
    }

    /** Renews the lease; false when etcd no longer knows it. */
    boolean keepAlive(long lease) throws InterruptedException {
        CompletableFuture<Boolean> alive = new CompletableFuture<>();
        StreamObserver<LeaseKeepAliveRequest> asking = LeaseGrpc.newStub(channel)
                .withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .leaseKeepAlive(new Answer(alive));
        asking.onNext(LeaseKeepAliveRequest.newBuilder().setID(lease).build());
        try {
            return alive.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new EtcdException("the lease could not be renewed", failure);
        } finally {
            asking.onCompleted();
        }
    }

    void revoke(long lease) {
        leases().leaseRevoke(LeaseRevokeRequest.newBuilder().setID(lease).build());
    }

    /** As {@link #revoke}; no failure when etcd does not know the lease any more. */
    void revokeIfHeld(long lease) {
        try {
            revoke(lease);
        } catch (StatusRuntimeException failure) {
            if (failure.getStatus().getCode() != Status.Code.NOT_FOUND) {
                throw failure;
            }
        }
    }

    void put(ByteString key, ByteString value, long lease) {
        keys().put(put(key, value, lease, PutRequest.newBuilder()));
    }

    /** Writes the key unless it is there; true when it was written. */
    boolean claim(ByteString key, ByteString value, long lease) {
        return keys().txn(TxnRequest.newBuilder()
                        .addCompare(Compare.newBuilder()
                                .setKey(key)
                                .setTarget(Compare.CompareTarget.CREATE)
                                .setResult(Compare.CompareResult.EQUAL)
                                .setCreateRevision(0))
                        .addSuccess(
                                RequestOp.newBuilder().setRequestPut(put(key, value, lease, PutRequest.newBuilder())))
                        .build())
                .getSucceeded();
    }

    /** Everything whose key begins with this. */
    RangeResponse list(ByteString folder) {
        return keys().range(RangeRequest.newBuilder()
                .setKey(folder)
                .setRangeEnd(after(folder))
                .build());
    }

    /** Reports changes below the folder from a revision on, until the returned call is ended. */
    StreamObserver<WatchRequest> watch(ByteString folder, long fromRevision, StreamObserver<WatchResponse> changes) {
        StreamObserver<WatchRequest> call = WatchGrpc.newStub(channel).watch(changes);
        call.onNext(WatchRequest.newBuilder()
                .setCreateRequest(WatchCreateRequest.newBuilder()
                        .setKey(folder)
                        .setRangeEnd(after(folder))
                        .setStartRevision(fromRevision)
                        .setProgressNotify(true))
                .build());
        return call;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private KVGrpc.KVBlockingStub keys() {
        return KVGrpc.newBlockingStub(channel).withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private LeaseGrpc.LeaseBlockingStub leases() {
        return LeaseGrpc.newBlockingStub(channel).withDeadlineAfter(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static PutRequest put(ByteString key, ByteString value, long lease, PutRequest.Builder put) {
        return put.setKey(key).setValue(value).setLease(lease).build();
    }

    /** The first key after all that begin with this one: the last byte is raised. Folders end with a slash. */
    private static ByteString after(ByteString folder) {
        int last = folder.size() - 1;
        return folder.substring(0, last).concat(ByteString.copyFrom(new byte[] {(byte) (folder.byteAt(last) + 1)}));
    }

    private record Answer(CompletableFuture<Boolean> alive) implements StreamObserver<LeaseKeepAliveResponse> {
        @Override
        public void onNext(LeaseKeepAliveResponse response) {
            alive.complete(response.getTTL() > 0);
        }

        @Override
        public void onError(Throwable failure) {
            alive.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            alive.completeExceptionally(new EtcdException("etcd ended the call", null));
        }
    }
}
