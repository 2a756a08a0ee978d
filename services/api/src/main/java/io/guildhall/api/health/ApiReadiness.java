package io.guildhall.api.health;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import io.guildhall.ownerclient.UpgradedOwners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The API is ready when storage answers a read and guilds have owners that know what it asks of them. */
@Readiness
@ApplicationScoped
public class ApiReadiness implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StorageAccess storage;
    private final UpgradedOwners owners;

    @Inject
    public ApiReadiness(StorageAccess storage, UpgradedOwners owners) {
        this.storage = storage;
        this.owners = owners;
    }

    @Override
    public HealthCheckResponse call() {
        boolean stored = storageAnswers();
        boolean owned = owners.known();
        return HealthCheckResponse.named("api")
                .withData("storage", stored)
                .withData("guild", owned)
                .status(stored && owned)
                .build();
    }

    private boolean storageAnswers() {
        try {
            // Nobody has the id 0: the answer is empty, and that is enough.
            return storage.row(Read.row(Users.TABLE, 0L))
                    .await()
                    .atMost(PATIENCE)
                    .isEmpty();
        } catch (RuntimeException away) {
            return false;
        }
    }
}
