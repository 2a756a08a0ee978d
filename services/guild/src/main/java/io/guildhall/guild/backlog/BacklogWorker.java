package io.guildhall.guild.backlog;

import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.GuildNode;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.time.Pace;
import io.guildhall.observability.Metrics;
import io.guildhall.observability.process.Rounds;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Takes over what other nodes were to deliver, from this node's start until it gives its own actors up. */
@ApplicationScoped
public class BacklogWorker {
    private static final Logger LOG = Logger.getLogger(BacklogWorker.class);

    private final BacklogRounds backlogs;
    private final Duration every;
    private final Counter takenOver;
    private final Rounds rounds = new Rounds("backlogs", this::round);

    BacklogWorker(GuildNode node, GuildConfig config, Clock clock, MeterRegistry meters) {
        this.backlogs = new BacklogRounds(node.actors(), node.storage(), clock, Pace.of(config.resumeRate()));
        this.every = config.resumeEvery();
        this.takenOver = meters.counter(Metrics.name(BacklogWorker.class, "log.resumed"));
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        rounds.stop();
    }

    private void round() throws InterruptedException {
        // Not at once: until the other nodes are known, everything would be this one's.
        Thread.sleep(every);
        try {
            takenOver.increment(backlogs.round(rounds::running));
        } catch (StorageUnavailable unavailable) {
            LOG.warnf("Some messages wait for the next round: %s", unavailable.toString());
        }
    }
}
