package io.guildhall.guild.backlog;

import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.GuildNode;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.time.Pace;
import io.guildhall.observability.Metrics;
import io.guildhall.observability.process.Guard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Takes over what other nodes were to deliver, from this node's start until it gives its own actors up, on one virtual thread. */
@ApplicationScoped
public class BacklogWorker {
    private static final Logger LOG = Logger.getLogger(BacklogWorker.class);

    private final BacklogRounds rounds;
    private final Duration every;
    private final Counter takenOver;
    private volatile boolean running = true;
    private Thread thread;

    BacklogWorker(GuildNode node, GuildConfig config, Clock clock, MeterRegistry meters) {
        this.rounds = new BacklogRounds(node.actors(), node.storage(), clock, Pace.of(config.resumeRate()));
        this.every = config.resumeEvery();
        this.takenOver = meters.counter(Metrics.name(BacklogWorker.class, "log.resumed"));
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("backlogs").start(this::run);
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        running = false;
        thread.interrupt();
    }

    private void run() {
        while (running) {
            try {
                // Not at once: until the other nodes are known, everything would be this one's.
                Thread.sleep(every);
                round();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void round() throws InterruptedException {
        try {
            takenOver.increment(rounds.round(() -> running));
        } catch (StorageUnavailable unavailable) {
            LOG.warnf("Some messages wait for the next round: %s", unavailable.toString());
        } catch (RuntimeException | Error failure) {
            Guard.PROCESS.check(failure);
            if (running) {
                LOG.error("Looking for messages that wait failed and is tried again", failure);
            }
        }
    }
}
