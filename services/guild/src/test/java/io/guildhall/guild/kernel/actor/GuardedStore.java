package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storage.fencing.EpochGuard;
import io.guildhall.storage.fencing.FencedActor;
import io.guildhall.storage.store.Store;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** One proxy of several over a store that, like a cluster, can not hold a batch against the row of an epoch. Its answers can be held back. */
final class GuardedStore implements Store {
    private final Store shared;
    private final EpochGuard guard;
    private volatile CompletableFuture<Void> answers = CompletableFuture.completedFuture(null);

    GuardedStore(Store shared, Duration trust) {
        this.shared = shared;
        this.guard = new EpochGuard(this::last, trust, System::nanoTime, () -> 1);
    }

    /** From now on what is written is durable at once, and not known to be for as long as the test wants. */
    CompletableFuture<Void> holdAnswers() {
        CompletableFuture<Void> held = new CompletableFuture<>();
        answers = held;
        return held;
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return shared.read(request);
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        WriteRequest plain = request.toBuilder().clearFence().build();
        CompletableFuture<Void> held = answers;
        return guard.write(request, () -> shared.write(plain).thenCompose(reply -> held.thenApply(nothing -> reply)));
    }

    @Override
    public CompletableFuture<Duration> claimed(Fence fence) {
        return guard.claimed(fence);
    }

    @Override
    public boolean ready() {
        return shared.ready();
    }

    @Override
    public void close() {}

    private CompletableFuture<OptionalLong> last(FencedActor actor) {
        return shared.read(Read.row(ActorEpochs.TABLE, actor.kind(), actor.id()))
                .thenApply(reply -> reply.getRowsList().stream()
                        .mapToLong(row -> new RowView(ActorEpochs.TABLE, row).get(ActorEpochs.EPOCH))
                        .findFirst());
    }
}
