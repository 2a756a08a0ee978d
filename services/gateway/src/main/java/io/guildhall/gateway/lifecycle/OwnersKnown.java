package io.guildhall.gateway.lifecycle;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.guildhall.ownerclient.UpgradedOwners;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A gateway is ready when the guilds that its clients ask for have owners that know what it asks of them, and while it does not drain. */
@Readiness
@ApplicationScoped
public class OwnersKnown implements HealthCheck {
    private final Discovery discovery;
    private final UpgradedOwners owners;
    private final Draining draining;

    public OwnersKnown(Discovery discovery, UpgradedOwners owners, Draining draining) {
        this.discovery = discovery;
        this.owners = owners;
        this.draining = draining;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gateway")
                .status(owners.known() && !draining.active())
                .withData("guild-nodes", discovery.nodes(Role.GUILD).size())
                .build();
    }
}
