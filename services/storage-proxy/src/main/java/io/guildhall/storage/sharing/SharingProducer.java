package io.guildhall.storage.sharing;

import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.rpc.StorageSharing;
import io.guildhall.storage.config.StorageConfig;
import io.guildhall.storage.flight.Sharing;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How a proxy of a cluster shares reads. */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class SharingProducer {
    @Produces
    @Singleton
    Sharing sharing(
            StorageConfig config,
            DiscoveryConfig discoveryConfig,
            Discovery discovery,
            Peers<StorageSharing> peers,
            SharingObserver observer) {
        if (config.sharing().settle().compareTo(discoveryConfig.leaseTtl()) <= 0) {
            throw new IllegalStateException(
                    "guildhall.storage.sharing.settle (" + config.sharing().settle()
                            + ") must be longer than guildhall.discovery.lease-ttl (" + discoveryConfig.leaseTtl()
                            + "): a node may go on with what it knew for as long as its lease.");
        }
        Teller teller = new Teller(peers, Door.TCP, config.flights().deadline(), observer);
        return new DiscoveredSharing(discovery, config.sharing().settle(), teller);
    }
}
