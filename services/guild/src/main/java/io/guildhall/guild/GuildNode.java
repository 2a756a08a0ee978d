package io.guildhall.guild;

import io.guildhall.guild.actor.ActorLimits;
import io.guildhall.guild.actor.ActorServices;
import io.guildhall.guild.actor.Actors;
import io.guildhall.guild.actor.Behaviour;
import io.guildhall.guild.actor.EpochClaim;
import io.guildhall.guild.actor.MeasuredStorage;
import io.guildhall.guild.actor.Owners;
import io.guildhall.guild.actor.RemoteStorages;
import io.guildhall.guild.actor.RoutedOwners;
import io.guildhall.guild.actor.StorageTimes;
import io.guildhall.guild.actor.Tells;
import io.guildhall.guild.audience.AudienceWatch;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.Storage;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Puts together what runs the actors of this node. */
@ApplicationScoped
public class GuildNode {
    private final Actors actors;
    private final AudienceWatch watch;

    public GuildNode(
            GuildConfig config,
            Clock clock,
            Discovery discovery,
            Peers<GuildOwner> guilds,
            Peers<Relay> relays,
            Peers<Storage> stores,
            MeterRegistry meters,
            @All List<Behaviour<?>> behaviours) {
        Owners owners = new RoutedOwners(discovery, guilds, config.ownerTimeout());
        watch = new AudienceWatch(discovery, relays, config.relayPause());
        RemoteStorages storages = new RemoteStorages(stores, discovery, config.storageTimeout());
        StorageTimes times = new StorageTimes(meters);
        ActorServices services = new ActorServices(
                actor -> new MeasuredStorage(storages.of(actor), times),
                discovery,
                watch.links(),
                owners,
                new Tells(owners, config.tellPause()),
                new EpochClaim(discovery, guilds),
                new ActorLimits(config.mailbox(), config.pipeline(), config.idle(), config.outbox()),
                clock);
        actors = new Actors(behaviours, services);
        watch.watch(actors);
    }

    public Actors actors() {
        return actors;
    }

    /** True when the streams to relays work or could be opened. */
    public boolean knowsRelays() {
        return watch.knowsRelays();
    }

    void close() {
        watch.close();
    }
}
