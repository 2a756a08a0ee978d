package io.guildhall.api.health;

import io.guildhall.identity.StorageAccess;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The API is ready when storage answers a read and somebody owns guilds. */
@Readiness
@ApplicationScoped
public class ApiReadiness implements HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final StorageAccess storage;
    private final Discovery discovery;

    @Inject
    public ApiReadiness(StorageAccess storage, Discovery discovery) {
        this.storage = storage;
        this.discovery = discovery;
    }

    @Override
    public HealthCheckResponse call() {
        boolean stored = storageAnswers();
        boolean owned = discovery.nodes(Role.GUILD).stream().anyMatch(node -> !node.draining());
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
