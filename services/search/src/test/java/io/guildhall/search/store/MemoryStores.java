package io.guildhall.search.store;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.storage.embedded.EmbeddedStore;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.guildhall.testing.Settings;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.function.Consumer;

/** A data store in memory, as search nodes have it. */
public final class MemoryStores {
    private MemoryStores() {}

    public static Store open() {
        return open(read -> {});
    }

    /** @param reads hears of each read before it is done */
    public static Store open(Consumer<ReadRequest> reads) {
        EmbeddedStore embedded = EmbeddedStore.inMemory();
        StorageRouter router = new StorageRouter(
                node -> new Proxy(embedded, reads), StaticDiscovery.oneProcess(""), new Timestamps(Clock.systemUTC()));
        return new Store(router, Settings.of(SearchConfig.class).defaults());
    }

    private record Proxy(EmbeddedStore embedded, Consumer<ReadRequest> reads) implements Storage {
        @Override
        public Uni<ReadReply> read(ReadRequest request) {
            reads.accept(request);
            return Uni.createFrom().completionStage(() -> embedded.read(request));
        }

        @Override
        public Uni<WriteReply> write(WriteRequest request) {
            return Uni.createFrom().completionStage(() -> embedded.write(request));
        }
    }
}
