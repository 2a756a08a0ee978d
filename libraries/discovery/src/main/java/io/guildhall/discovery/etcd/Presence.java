package io.guildhall.discovery.etcd;

import io.guildhall.model.cluster.Discovery;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Takes part when etcd has answered, announces the process when its servers are up, and says that it drains before anything stops. */
@Readiness
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class Presence implements HealthCheck {
    private static final int LAST = 10_000;
    private static final int FIRST = 1;

    private final Discovery discovery;

    Presence(Discovery discovery) {
        this.discovery = discovery;
    }

    void await(@Observes @Priority(FIRST) StartupEvent started) {
        if (discovery instanceof EtcdDiscovery etcd) {
            etcd.await();
        }
    }

    void announce(@Observes @Priority(LAST) StartupEvent started) {
        if (discovery instanceof EtcdDiscovery etcd) {
            etcd.announce();
        }
    }

    void drain(@Observes @Priority(FIRST) ShutdownDelayInitiatedEvent stopping) {
        if (discovery instanceof EtcdDiscovery etcd) {
            etcd.drain();
        }
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = !(discovery instanceof EtcdDiscovery etcd) || etcd.ready();
        return HealthCheckResponse.named("cluster membership").status(ready).build();
    }
}
