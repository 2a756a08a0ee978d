package io.guildhall.guild;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Peers;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.rpc.Storage;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ActorEpochs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the store answers and a relay is known. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Discovery discovery;
    private final Peers<Storage> stores;
    private final GuildNode node;

    StorageReadiness(Discovery discovery, Peers<Storage> stores, GuildNode node) {
        this.discovery = discovery;
        this.stores = stores;
        this.node = node;
    }

    @Override
    public HealthCheckResponse call() {
        boolean store = storeAnswers();
        return HealthCheckResponse.named("guild")
                .status(store && node.knowsRelays())
                .withData("store", store)
                .withData("relays", node.knowsRelays())
                .build();
    }

    private boolean storeAnswers() {
        try {
            return Ring.choose(discovery.nodes(Role.STORAGE_PROXY), 0)
                    .map(stores::at)
                    .map(storage -> storage.read(Read.row(ActorEpochs.TABLE, 0L, 0L))
                            .await()
                            .atMost(PATIENCE))
                    .isPresent();
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
