package io.guildhall.api.aside;

import io.guildhall.observability.process.Guard;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Work of one kind beside requests, each piece on a virtual thread of its own. There are so many places for it in all and for whatever it is
 * done for; what finds none is not done, and counted as {@code refused}. Whatever a piece throws, its place is given back and it is counted as
 * {@code failed}.
 */
public final class Aside {
    private static final Logger LOG = Logger.getLogger(Aside.class);

    private final String name;
    private final String meter;
    private final MeterRegistry meters;
    private final Semaphore places;
    private final int mostOfOne;
    private final ConcurrentMap<Long, Integer> underWay = new ConcurrentHashMap<>();

    /**
     * @param name of the threads
     * @param meter counts pieces by {@code outcome}
     * @param most places in all
     * @param mostOfOne places for each of those that it is done for
     */
    public Aside(String name, String meter, MeterRegistry meters, int most, int mostOfOne) {
        this.name = name;
        this.meter = meter;
        this.meters = meters;
        this.places = new Semaphore(most);
        this.mostOfOne = mostOfOne;
    }

    /**
     * Does not wait.
     *
     * @param id of what it is done for
     * @param work says what came of it, as it is counted
     */
    public void begin(long id, Callable<String> work) {
        if (!enter(id)) {
            count("refused");
            return;
        }
        Thread.ofVirtual().name(name).start(() -> {
            try {
                count(work.call());
            } catch (Throwable broken) {
                Guard.PROCESS.check(broken);
                LOG.warnf(broken, "%s for %d", name, id);
                count("failed");
            } finally {
                leave(id);
            }
        });
    }

    private boolean enter(long id) {
        if (!places.tryAcquire()) {
            return false;
        }
        if (underWay.merge(id, 1, Integer::sum) > mostOfOne) {
            leave(id);
            return false;
        }
        return true;
    }

    private void leave(long id) {
        underWay.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
        places.release();
    }

    private void count(String outcome) {
        meters.counter(meter, "outcome", outcome).increment();
    }
}
