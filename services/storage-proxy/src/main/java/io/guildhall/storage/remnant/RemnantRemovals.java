package io.guildhall.storage.remnant;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Table;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Remnants that readers came across, on their way out. Each waits once however often it is seen; when as many wait as may,
 * one more is dropped: the next reader or the sweep finds it again. The same goes for one that the store fails to remove.
 */
final class RemnantRemovals implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RemnantRemovals.class);
    private static final int AT_ONCE = 16;

    private final RemnantRemover remover;
    private final RemnantObserver observer;
    private final BlockingQueue<Remnant> queue;
    private final Set<Remnant> known = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Rounds rounds = new Rounds("remnants", this::next);

    private record Remnant(Table table, List<Value> key) {
        /** By the key alone: tables are large, and keys of several tables are seldom alike. */
        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    RemnantRemovals(RemnantRemover remover, int capacity, RemnantObserver observer) {
        this.remover = remover;
        this.observer = observer;
        this.queue = new ArrayBlockingQueue<>(capacity);
        rounds.start();
    }

    /** Never blocks. */
    void offer(Table table, List<Value> key) {
        observer.found();
        Remnant remnant = new Remnant(table, key);
        if (known.add(remnant) && !queue.offer(remnant)) {
            known.remove(remnant);
            observer.dropped();
        }
    }

    /** What waits stays in the store. */
    @Override
    public void close() {
        rounds.stop();
    }

    private void next() throws InterruptedException {
        Remnant remnant = queue.take();
        places.acquire();
        remove(remnant);
    }

    private void remove(Remnant remnant) {
        removed(remnant).whenComplete((removed, failure) -> {
            known.remove(remnant);
            places.release();
            if (failure != null) {
                LOG.debugf("A remnant of %s stays: %s", remnant.table().name(), failure.toString());
            } else if (removed) {
                observer.removed();
            }
        });
    }

    /** Failed when it can't even be asked for. */
    private CompletableFuture<Boolean> removed(Remnant remnant) {
        try {
            return remover.remove(remnant.table(), remnant.key());
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            return CompletableFuture.failedFuture(failure);
        }
    }
}
