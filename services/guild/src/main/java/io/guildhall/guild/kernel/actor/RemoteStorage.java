package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.rpc.CallFailure;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.WriteFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The store as actors see it. A read that reached nobody or got no answer is tried again after a pause while there is time; one that
 * was shed is not, since that would make more of what there is too much of, nor one that the store will always refuse. A write is
 * never tried again here: what an outcome that is not known means is the actor's matter.
 */
public final class RemoteStorage implements StorageFacade {
    private static final int READ_ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final StorageRouter router;
    private final Duration timeout;

    /** @param timeout how long a read may take with all its attempts, or a write */
    public RemoteStorage(StorageRouter router, Duration timeout) {
        this.router = router;
        this.timeout = timeout;
    }

    @Override
    public List<RowView> read(Table table, ReadRequest request) {
        long end = System.nanoTime() + timeout.toNanos();
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            try {
                return router.read(request, left).await().indefinitely().getRowsList().stream()
                        .map(row -> new RowView(table, row))
                        .toList();
            } catch (RuntimeException failure) {
                boolean late = end - System.nanoTime() <= pause.toNanos();
                if (attempt == READ_ATTEMPTS || late || !worthAnotherTry(failure)) {
                    throw new StorageUnavailable("reading " + table.name() + " failed", failure);
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    @Override
    public WriteRequest batch(List<Mutation> mutations) {
        return router.batch(mutations);
    }

    @Override
    public CompletionStage<WriteReply> write(WriteRequest batch) {
        return router.write(batch, timeout)
                .onFailure()
                .transform(RemoteStorage::unacknowledged)
                .subscribeAsCompletionStage();
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        try {
            return router.writeConditional(batch, timeout).await().indefinitely();
        } catch (RuntimeException failure) {
            throw unacknowledged(failure);
        }
    }

    private static boolean worthAnotherTry(RuntimeException failure) {
        return switch (CallFailure.of(failure)) {
            case UNSENT, UNREACHABLE, LATE -> true;
            case OVERLOADED, REFUSED, BROKEN -> false;
        };
    }

    private static StorageUnavailable unacknowledged(Throwable failure) {
        return switch (WriteFailure.of(failure)) {
            case SHED -> new WriteRefusedException("the store has too much to do", true, failure);
            case INVALID -> new WriteRefusedException("the store refuses a write", false, failure);
            case FENCED -> new FencedException("another node has claimed the actor", failure);
            case UNKNOWN ->
                new StorageUnavailable("the outcome of a write is not known: " + failure.getMessage(), failure);
        };
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailable("interrupted", interrupted);
        }
    }
}
