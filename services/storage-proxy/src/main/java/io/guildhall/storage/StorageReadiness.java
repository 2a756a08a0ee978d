package io.guildhall.storage;

import io.guildhall.storage.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the store is: the embedded one's file is open and its writer works, or a node of the cluster answers. */
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
