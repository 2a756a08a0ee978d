package io.guildhall.guild.purge;

import io.guildhall.guild.GuildConfig;
import io.guildhall.guild.GuildNode;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.time.Pace;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Works off deleted channels from this node's start to its end. */
@ApplicationScoped
public class PurgeWorker {
    private final PurgeRounds purges;
    private final PurgeRequests requests;
    private final Duration every;
    private final Rounds rounds = new Rounds("purge", this::round);
    private Duration pause = Duration.ZERO;

    PurgeWorker(
            GuildNode node,
            GuildConfig config,
            Discovery discovery,
            Clock clock,
            PurgeRequests requests,
            PurgeMeters meters) {
        this.purges = new PurgeRounds(
                node.storage(), discovery, clock, config.purgeDelay(), Pace.of(config.purgeRate()), meters);
        this.requests = requests;
        this.every = config.purgeEvery();
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** What is left stays where it is stored; the next node goes on with it. */
    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }

    private void round() throws InterruptedException {
        requests.awaitNews(pause);
        // Also when the round fails.
        pause = every;
        pause = purges.round(rounds::running, every);
    }
}
