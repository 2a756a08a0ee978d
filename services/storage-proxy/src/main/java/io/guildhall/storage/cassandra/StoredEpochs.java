package io.guildhall.storage.cassandra;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storage.fencing.Epochs;
import io.guildhall.storage.fencing.FencedActor;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The claims in the cluster, read at LOCAL_QUORUM: a claim that was acknowledged is on a quorum. Never shared with reads that began before. */
record StoredEpochs(Reader reader) implements Epochs {
    @Override
    public CompletableFuture<OptionalLong> last(FencedActor actor) {
        return reader.read(ActorEpochs.TABLE, Read.row(ActorEpochs.TABLE, actor.kind(), actor.id()))
                .thenApply(reply -> reply.getRowsList().stream()
                        .map(row -> new RowView(ActorEpochs.TABLE, row))
                        .filter(row -> row.has(ActorEpochs.EPOCH))
                        .mapToLong(row -> row.get(ActorEpochs.EPOCH))
                        .findFirst());
    }
}
