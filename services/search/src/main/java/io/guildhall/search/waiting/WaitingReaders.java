package io.guildhall.search.waiting;

import io.guildhall.eventlog.reading.LogClients;
import io.guildhall.eventlog.reading.LogEvents;
import io.guildhall.observability.process.Rounds;
import io.guildhall.search.config.LogConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** A reader for each cell for which something waits, or waited once: none waits for another. Topics of cells that are new are found in time. */
public final class WaitingReaders implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WaitingReaders.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final LogConfig config;
    private final LogClients clients;
    private final WaitingTopics topics;
    private final Bringing bringing;
    private final LogEvents events;
    private final Map<String, Rounds> reading = new ConcurrentHashMap<>();
    private final Rounds looking;
    private boolean complained;

    public WaitingReaders(LogConfig config, LogClients clients, Bringing bringing, LogEvents events) {
        this.config = config;
        this.clients = clients;
        this.topics = new WaitingTopics(config, clients);
        this.bringing = bringing;
        this.events = events;
        this.looking = Rounds.every(LOOK, "search-waiting", this::look);
    }

    public void start() {
        looking.start();
    }

    private void look() {
        try {
            topics.cells().forEach(cell -> reading.computeIfAbsent(cell, this::begin));
            complained = false;
        } catch (IllegalStateException away) {
            if (!complained) {
                LOG.warnf("Kafka does not say for which cells something waits (%s)", away.getMessage());
            }
            complained = true;
        }
    }

    /** One round is the life of one connection to Kafka. */
    private Rounds begin(String cell) {
        Rounds rounds = new Rounds("search-waiting-" + cell, () -> read(cell));
        rounds.start();
        return rounds;
    }

    private void read(String cell) throws InterruptedException {
        try (WaitingReader reader = new WaitingReader(cell, topics.of(cell), config, clients, bringing, events)) {
            while (looking.running() && !Thread.currentThread().isInterrupted()) {
                reader.round();
            }
        }
    }

    @Override
    public void close() {
        looking.stop();
        reading.values().forEach(Rounds::stop);
    }
}
