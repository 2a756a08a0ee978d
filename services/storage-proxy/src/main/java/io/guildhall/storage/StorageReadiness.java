package io.guildhall.storage;

import io.guildhall.storage.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the data file is open and its writer works. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {
    private final Store store;

    public StorageReadiness(Store store) {
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("store").status(store.ready()).build();
    }
}
