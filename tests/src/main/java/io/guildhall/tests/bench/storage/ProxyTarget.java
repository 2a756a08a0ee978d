package io.guildhall.tests.bench.storage;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.StorageGrpc;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A storage proxy over gRPC, as the services use it. */
final class ProxyTarget implements Target {
    private final ManagedChannel channel;
    private final StorageGrpc.StorageFutureStub storage;

    ProxyTarget(InetSocketAddress proxy, String clusterSecret) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + clusterSecret);
        channel = NettyChannelBuilder.forAddress(proxy)
                .usePlaintext()
                .flowControlWindow(4 << 20)
                .directExecutor()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        storage = StorageGrpc.newFutureStub(channel);
    }

    @Override
    public CompletionStage<Integer> page(long channelId) {
        ReadRequest request = Read.from(Messages.TABLE, channelId, Sample.BUCKET)
                .limit(Sample.PAGE)
                .build();
        // Not on gRPC's own thread, as with the driver.
        return stage(storage.read(request)).thenApplyAsync(ProxyTarget::decode);
    }

    @Override
    public CompletionStage<?> write(long channelId, long message) {
        Write write = Write.to(Messages.TABLE, channelId, Sample.BUCKET, message);
        for (Map.Entry<Column<?>, Object> cell : Sample.CELLS.entrySet()) {
            set(write, cell.getKey(), cell.getValue());
        }
        return stage(storage.write(
                WriteRequest.newBuilder().addMutations(write.build()).build()));
    }

    @SuppressWarnings("unchecked")
    private static <T> void set(Write write, Column<T> column, Object value) {
        write.set(column, (T) value);
    }

    private static int decode(ReadReply reply) {
        reply.getRowsList().forEach(row -> {
            RowView view = new RowView(Messages.TABLE, row);
            Messages.TABLE.columns().forEach(view::get);
        });
        return reply.getRowsCount();
    }

    private static <T> CompletableFuture<T> stage(ListenableFuture<T> call) {
        CompletableFuture<T> stage = new CompletableFuture<>();
        Futures.addCallback(
                call,
                new FutureCallback<>() {
                    @Override
                    public void onSuccess(T reply) {
                        stage.complete(reply);
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        stage.completeExceptionally(failure);
                    }
                },
                MoreExecutors.directExecutor());
        return stage;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
