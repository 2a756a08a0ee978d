package io.guildhall.guild;

import io.guildhall.guild.kernel.actor.Actors;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.observability.process.Guard;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** A guild node from its start to its end: gives up what other nodes own now, what is idle, and at last everything. */
@ApplicationScoped
public class NodeLife {
    private static final Logger LOG = Logger.getLogger(NodeLife.class);

    private static final long RELAYS_EVERY_SECONDS = 1;
    private static final long EPOCHS_EVERY_SECONDS = 1;

    private final GuildNode node;
    private final GuildConfig config;
    private final Discovery discovery;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("guild-timer").factory());

    /** Its own: it waits for the store. */
    private final ScheduledExecutorService epochTimer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("guild-epochs").factory());

    NodeLife(GuildNode node, GuildConfig config, Discovery discovery, Clock clock) {
        this.node = node;
        this.config = config;
        this.discovery = discovery;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Actors actors = node.actors();
        discovery.watch(Role.GUILD, nodes -> Guard.PROCESS.run("Handing over", actors::handOver));
        long period = config.evictEvery().toMillis();
        timer.scheduleAtFixedRate(
                () -> Guard.PROCESS.run("Looking for idle actors", () -> actors.evictIdle(clock.instant())),
                period,
                period,
                TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                () -> Guard.PROCESS.run("Looking after relays", node::checkRelays),
                RELAYS_EVERY_SECONDS,
                RELAYS_EVERY_SECONDS,
                TimeUnit.SECONDS);
        epochTimer.scheduleWithFixedDelay(
                () -> Guard.PROCESS.run("Looking for actors that others have claimed", actors::findClaimed),
                EPOCHS_EVERY_SECONDS,
                EPOCHS_EVERY_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Others choose this node no more; then everything that it owns is written and handed over. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        timer.shutdownNow();
        epochTimer.shutdownNow();
        discovery.drain();
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
