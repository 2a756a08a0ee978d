package io.guildhall.guild.reminding;

import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.GuildNode;
import io.guildhall.guild.kernel.actor.RoutedOwners;
import io.guildhall.guild.kernel.actor.StorageUnavailable;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.observability.process.Rounds;
import io.guildhall.ownerclient.OwnerClient;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Reminds actors of what they are to do, from this node's start until it gives its own actors up. */
@ApplicationScoped
public class ReminderWorker {
    private static final Logger LOG = Logger.getLogger(ReminderWorker.class);

    /** How late a reminder may come. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final ReminderRounds reminders;
    private final Rounds rounds = new Rounds("reminders", this::round);

    ReminderWorker(GuildNode node, GuildConfig config, OwnerClient owners, Discovery discovery, Clock clock) {
        this.reminders = new ReminderRounds(
                node.storage(), RoutedOwners.askedOnce(owners, config.ownerTimeout()), discovery, clock);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** What is due stays where it is stored; the next node tells of it. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        rounds.stop();
    }

    private void round() throws InterruptedException {
        Thread.sleep(EVERY);
        try {
            reminders.round(rounds::running);
        } catch (StorageUnavailable unavailable) {
            LOG.warnf("Some reminders wait for the next round: %s", unavailable.toString());
        }
    }
}
