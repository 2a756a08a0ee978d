package io.guildhall.search.bench;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.guildhall.messageindex.query.SearchQuery;
import io.guildhall.messageindex.remote.RemoteQuery;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.FindReply;
import io.guildhall.model.rpc.SearchGrpc;
import io.guildhall.model.rpc.SearchedHome;
import io.guildhall.model.rpc.StorageGrpc;
import java.util.List;

/** A search node and a storage proxy, as other nodes call them. */
final class Nodes implements AutoCloseable {
    private static final Metadata.Key<String> SECRET =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel searching;
    private final ManagedChannel storing;
    private final SearchGrpc.SearchBlockingStub search;
    final StorageGrpc.StorageBlockingStub storage;

    Nodes(String searchNode, String storageProxy, String secret) {
        searching = open(searchNode, secret);
        storing = open(storageProxy, secret);
        search = SearchGrpc.newBlockingStub(searching);
        storage = StorageGrpc.newBlockingStub(storing);
    }

    FindReply find(SearchQuery query, ActorKey home, long epoch) {
        return search.find(RemoteQuery.request(
                query,
                List.of(SearchedHome.newBuilder().setHome(home).setEpoch(epoch).build())));
    }

    private static ManagedChannel open(String address, String secret) {
        Metadata headers = new Metadata();
        headers.put(SECRET, "Bearer " + secret);
        return NettyChannelBuilder.forTarget(address)
                .usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
    }

    @Override
    public void close() {
        searching.shutdownNow();
        storing.shutdownNow();
    }
}
