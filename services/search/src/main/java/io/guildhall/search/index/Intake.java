package io.guildhall.search.index;

import io.guildhall.messageindex.Change;
import io.guildhall.messageindex.elasticsearch.RefusedByCellException;
import io.guildhall.search.metrics.SearchMetrics;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Changes on their way into an index, told or read from the store. What a cell takes in no case, however often it is brought, is left out and
 * counted, so that it holds up nothing that goes in with it. Blocks; any virtual thread.
 */
@Singleton
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Indexes indexes;
    private final SearchMetrics metrics;

    public Intake(Indexes indexes, SearchMetrics metrics) {
        this.indexes = indexes;
        this.metrics = metrics;
    }

    /**
     * Returns when all is safe that the cell takes at all.
     *
     * @throws java.io.UncheckedIOException when they have to be brought again, all of them
     */
    public void apply(Destination destination, List<Change> changes) {
        try {
            indexes.with(destination, index -> {
                index.apply(changes);
                return true;
            });
        } catch (RefusedByCellException never) {
            leaveOut(destination, changes, never);
        }
    }

    /** A cell doesn't say which of them it was when it refuses a whole request. Halves find it soon, in order. */
    private void leaveOut(Destination destination, List<Change> changes, RefusedByCellException never) {
        if (changes.size() == 1) {
            LOG.errorf(never, "A change is taken in no case by %s, and is left out", destination);
            metrics.refused();
            return;
        }
        int half = changes.size() / 2;
        apply(destination, changes.subList(0, half));
        apply(destination, changes.subList(half, changes.size()));
    }
}
