package io.guildhall.guild;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.storageclient.StorageRouter;
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

    private final StorageRouter router;
    private final GuildNode node;

    StorageReadiness(StorageRouter router, GuildNode node) {
        this.router = router;
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
            router.read(Read.row(ActorEpochs.TABLE, 0L, 0L), PATIENCE).await().indefinitely();
            return true;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }
}
