package io.guildhall.search.history;

import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import io.guildhall.search.config.SearchConfig;
import io.guildhall.search.home.Home;
import io.guildhall.search.home.Shares;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Reads homes from the store into their index, those of them that are this node's share. While nodes come and go two may do the same, which
 * changes nothing; one that dies leaves how far it came.
 */
@Singleton
public class HistoryWorker {
    private static final Logger LOG = Logger.getLogger(HistoryWorker.class);

    private final BuildQueue queue;
    private final HomeMaker maker;
    private final BuildOffers offers;
    private final SearchConfig config;
    private final Semaphore turns;
    private final Set<Home> underWay = ConcurrentHashMap.newKeySet();
    private final Rounds looking;

    HistoryWorker(BuildQueue queue, HomeMaker maker, Shares shares, SearchConfig config) {
        this.queue = queue;
        this.maker = maker;
        this.offers = new BuildOffers(queue, slice -> shares.isOurs("builds", slice));
        this.config = config;
        this.turns = new Semaphore(config.builds());
        this.looking = Rounds.every(config.look(), "search-history", this::look);
    }

    void start(@Observes StartupEvent begin) {
        looking.start();
    }

    private void look() {
        offers.round(() -> turns.availablePermits() > 0, this::begin);
    }

    /** One home at a time has one build: of two generations the older one finds that it is not the newest. */
    private void begin(Build build) {
        if (!underWay.contains(build.home()) && turns.tryAcquire()) {
            underWay.add(build.home());
            Thread.ofVirtual()
                    .name("search-history-" + build.home().id())
                    .start(() -> Guard.PROCESS.run(() -> run(build), failure -> complain(build, failure)));
        }
    }

    private void run(Build build) {
        try {
            Pace pace = new Pace(config.buildRate(), looking::running);
            maker.step(build, pace).ifPresentOrElse(queue::put, () -> queue.remove(build));
        } finally {
            underWay.remove(build.home());
            turns.release();
        }
    }

    private void complain(Build build, Throwable failure) {
        if (looking.running()) {
            LOG.warnf(failure, "%s could not be read from the store yet; another try follows", build.home());
        }
    }

    @PreDestroy
    void close() {
        looking.stopAndWait();
    }
}
