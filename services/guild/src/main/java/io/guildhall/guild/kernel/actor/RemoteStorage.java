package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.storageclient.StorageRouter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The store as actors see it. A read that fails, or is turned away because the store has too much to do, is tried again
 * after a pause while there is time. A write is not: when its outcome is not known the actor forgets its state and reads
 * what is there.
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
                if (attempt == READ_ATTEMPTS || late) {
                    throw new StorageUnavailable("reading " + table.name() + " failed", failure);
                }
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    @Override
    public CompletionStage<WriteReply> write(List<Mutation> mutations) {
        return router.write(mutations, timeout).subscribeAsCompletionStage();
    }

    @Override
    public boolean writeIfAbsent(Mutation mutation) {
        try {
            return router.writeIfAbsent(mutation, timeout).await().indefinitely();
        } catch (RuntimeException failure) {
            throw new StorageUnavailable("a conditional write failed", failure);
        }
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
