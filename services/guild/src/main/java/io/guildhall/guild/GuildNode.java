package io.guildhall.guild;

import io.guildhall.guild.kernel.actor.ActorCommands;
import io.guildhall.guild.kernel.actor.ActorLimits;
import io.guildhall.guild.kernel.actor.ActorServices;
import io.guildhall.guild.kernel.actor.Actors;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.guild.kernel.actor.EpochClaim;
import io.guildhall.guild.kernel.actor.MeasuredStorage;
import io.guildhall.guild.kernel.actor.ProxyNotices;
import io.guildhall.guild.kernel.actor.RemoteStorage;
import io.guildhall.guild.kernel.actor.RoutedOwners;
import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.guild.kernel.actor.StorageTimes;
import io.guildhall.guild.kernel.audience.AudienceWatch;
import io.guildhall.guild.kernel.audience.RelaySettings;
import io.guildhall.guild.kernel.log.FactReaders;
import io.guildhall.guild.kernel.log.LogMeters;
import io.guildhall.guild.kernel.log.Logs;
import io.guildhall.guild.overdue.WaitingPeople;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.observability.Metrics;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.storageclient.Timestamps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Puts together what runs the actors of this node. */
@ApplicationScoped
public class GuildNode {
    /** Long enough that one write tells of many messages; after a crash those of so long come twice, and count once. */
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(5);

    private final ScheduledExecutorService logTimer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("guild-log").factory());
    private final Actors actors;
    private final AudienceWatch watch;
    private final Logs logs;
    private final StorageFacade storage;

    public GuildNode(
            GuildConfig config,
            Clock clock,
            Discovery discovery,
            Peers<GuildOwner> guilds,
            OwnerClient ownerClient,
            Peers<Relay> relays,
            Peers<StorageFencing> proxies,
            StorageRouter router,
            Timestamps timestamps,
            MeterRegistry meters,
            @All List<Behaviour<?>> behaviours,
            @All List<FactReader> facts) {
        ActorCommands owners = new RoutedOwners(ownerClient, config.ownerTimeout());
        Timer delivery = Metrics.hop(
                meters,
                GuildNode.class,
                "delivery",
                "From an event's place in a relay's line until the relay acknowledges it, since its gateways have it");
        watch = new AudienceWatch(
                discovery,
                relays,
                new RelaySettings(config.relayWindow(), config.relayTimeout(), config.relayPause()),
                nanos -> delivery.record(nanos, TimeUnit.NANOSECONDS),
                System::nanoTime);
        storage = new MeasuredStorage(new RemoteStorage(router, config.storageTimeout()), new StorageTimes(meters));
        logs = new Logs(
                storage::read,
                RoutedOwners.askedOnce(ownerClient, config.ownerTimeout())::execute,
                new WaitingPeople(watch.links()::toAll),
                FactReaders.of(facts),
                config.messagePause(),
                SETTLE_AFTER,
                Thread::startVirtualThread,
                logTimer,
                clock,
                new LogMeters(meters));
        ActorServices services = new ActorServices(
                storage,
                discovery,
                watch.links(),
                owners,
                logs,
                new EpochClaim(discovery, guilds, timestamps, new ProxyNotices(discovery, proxies), System::nanoTime),
                new ActorLimits(config.mailbox(), config.pipeline(), config.idle(), config.storeEvents()),
                clock);
        actors = new Actors(behaviours, services);
        watch.watch(actors);
    }

    public Actors actors() {
        return actors;
    }

    /** The store, for work in the background that belongs to no actor. */
    public StorageFacade storage() {
        return storage;
    }

    /**
     * What waits here for others.
     *
     * @param toRelays bytes on their way to relays
     * @param inLogs bytes of log entries that readers have before them
     * @param commands that wait for their turn
     */
    public record Waiting(long toRelays, long inLogs, int commands) {
        public static final Waiting NOTHING = new Waiting(0, 0, 0);
    }

    /** Bytes under way to the relay to which most are; never more than its window, but for what is sent alone. */
    public long fullestRelay() {
        return watch.links().fullest();
    }

    public Waiting waiting() {
        return new Waiting(watch.links().underWay(), logs.held(), actors.waiting());
    }

    /** Looks after the streams to relays; called from time to time. */
    void checkRelays() {
        watch.check();
    }

    /** Looks for what has waited in logs for too long; called every {@link Logs#LOOK_EVERY}. */
    void lookAtLogs() {
        logs.look();
    }

    /** True when the streams to relays work or could be opened. */
    public boolean knowsRelays() {
        return watch.knowsRelays();
    }

    void close() {
        watch.close();
        logTimer.shutdownNow();
    }
}
