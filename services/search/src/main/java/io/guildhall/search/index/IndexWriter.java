package io.guildhall.search.index;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.elasticsearch.RefusedByCellException;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * The one way into one index: whatever waits goes in together, in order. What does not fit into the cell's share, and what the cell does not
 * answer, fails at once, so nobody waits here for a cell.
 */
final class IndexWriter {
    private static final Logger LOG = Logger.getLogger(IndexWriter.class);

    private final Destination destination;
    private final Indexes indexes;
    private final Intake intake;
    private final CellShare share;
    private final int batch;
    private final Runnable refused;
    private final BlockingQueue<Writes> waiting = new LinkedBlockingQueue<>();
    private final Rounds writing;

    /** @param refused called for work that the cell takes in no case */
    IndexWriter(Destination destination, Indexes indexes, Intake intake, CellShare share, int batch, Runnable refused) {
        this.destination = destination;
        this.indexes = indexes;
        this.intake = intake;
        this.share = share;
        this.batch = batch;
        this.refused = refused;
        this.writing = new Rounds("search-" + destination.cell() + "-" + destination.index(), this::write);
        writing.start();
    }

    CompletionStage<Void> add(Writes writes) {
        if (!share.take(writes.bytes())) {
            return CompletableFuture.failedStage(new IllegalStateException("too much waits for " + destination));
        }
        waiting.add(writes);
        return writes.done();
    }

    void stop() {
        writing.stop();
    }

    private void write() throws InterruptedException {
        List<Writes> together = new ArrayList<>();
        together.add(waiting.take());
        waiting.drainTo(together, batch - 1);
        List<Writes> changes = new ArrayList<>();
        for (Writes writes : together) {
            if (writes.changes().isEmpty()) {
                applyAll(changes);
                changes.clear();
                work(writes);
            } else {
                changes.add(writes);
            }
        }
        applyAll(changes);
    }

    private void applyAll(List<Writes> together) {
        if (together.isEmpty()) {
            return;
        }
        List<Change> changes =
                together.stream().flatMap(writes -> writes.changes().stream()).toList();
        try {
            intake.apply(destination, changes);
            together.forEach(this::done);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            together.forEach(writes -> failed(writes, failure));
        }
    }

    /** What a cell takes in no case, however often it is brought, must not hold up what follows. */
    private void work(Writes writes) {
        try {
            indexes.with(destination, index -> {
                writes.work().accept(index);
                return true;
            });
            done(writes);
        } catch (RefusedByCellException never) {
            LOG.errorf(never, "Work on %s is taken in no case, and is left out", destination);
            refused.run();
            done(writes);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            failed(writes, failure);
        }
    }

    private void done(Writes writes) {
        share.give(writes.bytes());
        writes.done().complete(null);
    }

    private void failed(Writes writes, Throwable failure) {
        share.give(writes.bytes());
        writes.done().completeExceptionally(failure);
    }
}
