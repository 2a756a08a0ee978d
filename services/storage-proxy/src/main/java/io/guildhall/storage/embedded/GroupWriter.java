package io.guildhall.storage.embedded;

import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.store.StoreException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * The one thread that writes. It takes everything that waits, applies it, logs and syncs it once, and only then answers
 * all of it: under load groups grow by themselves and the cost of a sync is shared. Between groups it makes checkpoints,
 * sweeps expired cells and compacts, a bounded amount a second, and begins the snapshots that were asked for.
 *
 * <p>When the disk fails, the group's writers are told that the outcome is unknown, and the file is opened again, as
 * often as once a second, until that succeeds. So it is with whatever else a group throws: it fails for its writers alone.
 */
final class GroupWriter implements Runnable {
    private static final Logger LOG = Logger.getLogger(GroupWriter.class);
    private static final long HOUSEKEEPING_MS = 1_000;
    private static final long HOUSEKEEPING_NANOS = HOUSEKEEPING_MS * 1_000_000;

    private final WriteQueue queue;
    private final EngineHolder engines;
    private final EmbeddedStoreOptions options;
    private final Clock clock;
    private final GroupObserver observer;
    private final Executor answers;
    private final SnapshotDesk snapshots;
    private final long started = System.nanoTime();
    private long nextHousekeeping = HOUSEKEEPING_NANOS;

    GroupWriter(
            WriteQueue queue,
            EngineHolder engines,
            EmbeddedStoreOptions options,
            Clock clock,
            GroupObserver observer,
            Executor answers,
            SnapshotDesk snapshots) {
        this.queue = queue;
        this.engines = engines;
        this.options = options;
        this.clock = clock;
        this.observer = observer;
        this.answers = answers;
        this.snapshots = snapshots;
    }

    @Override
    public void run() {
        while (!queue.isDone()) {
            Guard.PROCESS.run("Writing to the data file", this::round);
        }
    }

    private void round() {
        try {
            List<WriteQueue.Pending> group = queue.take(HOUSEKEEPING_MS);
            if (!group.isEmpty()) {
                write(group);
            }
            keepHouse();
        } catch (InterruptedException interrupted) {
            // Nobody has a reason to interrupt this thread; the queue's close is what ends it.
            LOG.warn("The storage writer was interrupted and goes on");
        }
    }

    private void write(List<WriteQueue.Pending> group) {
        List<Applied> applied;
        try {
            List<WriteRequest> batches =
                    group.stream().map(WriteQueue.Pending::request).toList();
            applied = engines.get().write(batches, clock.millis());
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            StoreException reason = engines.recover(failure);
            group.forEach(pending -> answers.execute(() -> pending.reply().completeExceptionally(reason)));
            return;
        }
        Guard.PROCESS.run("Counting a group", () -> observer.committed(group.size()));
        for (int index = 0; index < group.size(); index++) {
            WriteQueue.Pending pending = group.get(index);
            Applied outcome = applied.get(index);
            answers.execute(() -> answer(pending, outcome));
        }
    }

    private static void answer(WriteQueue.Pending pending, Applied applied) {
        switch (applied) {
            case YES ->
                pending.reply()
                        .complete(WriteReply.newBuilder().setApplied(true).build());
            case NO -> pending.reply().complete(WriteReply.getDefaultInstance());
            case FENCED ->
                pending.reply()
                        .completeExceptionally(
                                StoreException.fenced(pending.request().getFence()));
        }
    }

    private void keepHouse() {
        try {
            Engine engine = engines.get();
            if (engine.isCheckpointDue()) {
                engine.checkpoint();
            }
            long sinceStart = System.nanoTime() - started;
            if (sinceStart >= nextHousekeeping) {
                nextHousekeeping = sinceStart + HOUSEKEEPING_NANOS;
                engine.sweep(clock.millis(), options.sweepRows());
                engine.tidy();
                snapshots.look(engine);
            }
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            engines.recover(failure);
        }
    }
}
