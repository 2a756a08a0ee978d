package io.guildhall.tests.simulation.world;

import io.guildhall.guild.GuildNode;
import io.guildhall.guild.GuildOwnerService;
import io.guildhall.guild.kernel.actor.Behaviour;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.GuildOwner;
import io.guildhall.model.rpc.Relay;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.rpc.StorageFencing;
import io.guildhall.ownerclient.OwnerClient;
import io.guildhall.relay.RelayService;
import io.guildhall.storage.StorageService;
import io.guildhall.storage.fencing.Listing;
import io.guildhall.storageclient.StorageRouter;
import io.guildhall.tests.simulation.store.SlowStore;
import io.guildhall.tests.simulation.store.Unshared;
import java.util.List;

/** Starts processes of each kind. */
public final class Nodes {
    private Nodes() {}

    /** A guild node whose actors behave so. */
    public static Process guild(Site site, Behaviour<?> behaviour) {
        Process process = site.process(Role.GUILD, List.of(GuildNode.class, StorageRouter.class, OwnerClient.class));
        process.machine().start(() -> {
            process.beans().giveAll(Behaviour.class, List.of(behaviour));
            site.network()
                    .serve(process.machine(), GuildOwner.class, process.beans().get(GuildOwnerService.class));
            process.beans().start(List.of());
            process.discovery().start();
        });
        return process;
    }

    /** A guild node with everything that guilds, people and private channels can do. */
    public static Process guild(Site site) {
        Process process = site.process(Role.GUILD, List.of(GuildNode.class, StorageRouter.class, OwnerClient.class));
        process.machine().start(() -> {
            site.network()
                    .serve(process.machine(), GuildOwner.class, process.beans().get(GuildOwnerService.class));
            process.beans().start(List.of());
            process.discovery().start();
        });
        return process;
    }

    /** A relay. */
    public static Process relay(Site site) {
        Process process = site.process(Role.RELAY, List.of(RelayService.class));
        process.machine().start(() -> {
            site.network().serve(process.machine(), Relay.class, process.beans().get(RelayService.class));
            process.beans().start(List.of());
            process.discovery().start();
        });
        return process;
    }

    /** A storage proxy. */
    public static Process storage(Site site) {
        Process process = site.process(Role.STORAGE_PROXY, List.of());
        process.machine().start(() -> {
            SlowStore store = new SlowStore(
                    site.cluster(),
                    site.weather(),
                    site.acknowledgements(),
                    site.world(),
                    process.machine(),
                    new Listing(process.discovery()));
            StorageService service = StorageService.over(store, new Unshared());
            site.network().serve(process.machine(), Storage.class, service);
            site.network().serve(process.machine(), StorageFencing.class, service);
            process.discovery().start();
        });
        return process;
    }

    /** A process that only asks others. */
    public static Process client(Site site) {
        Process process = site.process(Role.API, List.of(OwnerClient.class));
        process.machine().start(process.discovery()::start);
        return process;
    }
}
