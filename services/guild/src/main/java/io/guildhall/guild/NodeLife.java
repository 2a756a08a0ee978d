package io.guildhall.guild;

import io.guildhall.guild.kernel.actor.Actors;
import io.guildhall.guild.kernel.log.Logs;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.observability.process.Guard;
import io.guildhall.observability.process.Rounds;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** A guild node from its start to its end: gives up what other nodes own now, what is idle, and at last everything. */
@ApplicationScoped
public class NodeLife {
    private static final Logger LOG = Logger.getLogger(NodeLife.class);

    /** Clients have gone, their requests are answered, and what this node does in the background has stopped. */
    private static final int AFTER_WHAT_ASKS_OWNERS = 5_000;

    private static final Duration RELAYS_EVERY = Duration.ofSeconds(1);
    private static final Duration EPOCHS_EVERY = Duration.ofSeconds(1);

    private final GuildNode node;
    private final GuildConfig config;
    private final Discovery discovery;
    private final List<Rounds> rounds;

    NodeLife(GuildNode node, GuildConfig config, Discovery discovery, Clock clock) {
        this.node = node;
        this.config = config;
        this.discovery = discovery;
        // Each on a thread of its own: the last waits for the store.
        this.rounds = List.of(
                Rounds.every(
                        config.evictEvery(), "idle-actors", () -> node.actors().evictIdle(clock.instant())),
                Rounds.every(RELAYS_EVERY, "relays", node::checkRelays),
                Rounds.every(Logs.LOOK_EVERY, "logs", node::lookAtLogs),
                Rounds.every(EPOCHS_EVERY, "claimed-actors", () -> node.actors().findClaimed()));
    }

    void start(@Observes StartupEvent event) {
        Actors actors = node.actors();
        discovery.watch(Role.GUILD, nodes -> Guard.PROCESS.run("Handing over", actors::handOver));
        rounds.forEach(Rounds::start);
    }

    /** Others choose this node no more; then everything that it owns is written and handed over. */
    void stop(@Observes @Priority(AFTER_WHAT_ASKS_OWNERS) ShutdownDelayInitiatedEvent event) {
        rounds.forEach(Rounds::stop);
        discovery.drain(Role.GUILD);
        try {
            node.actors()
                    .closeAll()
                    .toCompletableFuture()
                    .get(config.drainTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException failure) {
            LOG.warnf("Some guilds could not be handed over in time: %s", failure.toString());
        }
        node.close();
    }
}
