package io.guildhall.guild.purge;

import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.GuildNode;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.time.Pace;
import io.guildhall.observability.process.Guard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Works off deleted channels from this node's start to its end, on one virtual thread. */
@ApplicationScoped
public class PurgeWorker {
    private static final Logger LOG = Logger.getLogger(PurgeWorker.class);

    private final PurgeRounds rounds;
    private final PurgeRequests requests;
    private final Duration every;
    private volatile boolean running = true;
    private Thread thread;

    PurgeWorker(
            GuildNode node,
            GuildConfig config,
            Discovery discovery,
            Clock clock,
            PurgeRequests requests,
            PurgeMeters meters) {
        this.rounds = new PurgeRounds(
                node.storage(), discovery, clock, config.purgeDelay(), Pace.of(config.purgeRate()), meters);
        this.requests = requests;
        this.every = config.purgeEvery();
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("purge").start(this::run);
    }

    /** What is left stays where it is stored; the next node goes on with it. */
    void stop(@Observes ShutdownEvent event) {
        running = false;
        thread.interrupt();
    }

    private void run() {
        while (running) {
            try {
                requests.awaitNews(round());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private Duration round() throws InterruptedException {
        try {
            return rounds.round(() -> running, every);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            if (running) {
                LOG.error("Removing deleted channels failed and is tried again", failure);
            }
            return every;
        }
    }
}
