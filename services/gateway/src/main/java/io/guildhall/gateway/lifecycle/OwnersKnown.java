package io.guildhall.gateway.lifecycle;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A gateway is ready when somebody owns the guilds that its clients ask for, and while it does not drain. */
@Readiness
@ApplicationScoped
public class OwnersKnown implements HealthCheck {
    private final Discovery discovery;
    private final Draining draining;

    public OwnersKnown(Discovery discovery, Draining draining) {
        this.discovery = discovery;
        this.draining = draining;
    }

    @Override
    public HealthCheckResponse call() {
        int owners = discovery.nodes(Role.GUILD).size();
        return HealthCheckResponse.named("gateway")
                .status(owners > 0 && !draining.active())
                .withData("guild-nodes", owners)
                .build();
    }
}
