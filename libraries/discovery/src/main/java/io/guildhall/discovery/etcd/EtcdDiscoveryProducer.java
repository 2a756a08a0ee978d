package io.guildhall.discovery.etcd;

import io.guildhall.discovery.DiscoveryConfig;
import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Discovery by etcd for every application that does not bring its own. */
@Singleton
@IfBuildProperty(name = "guildhall.transport", stringValue = "grpc", enableIfMissing = true)
public class EtcdDiscoveryProducer {
    /** Begun, and perhaps without an answer yet. */
    @Produces
    @Singleton
    @DefaultBean
    Discovery discovery(
            DiscoveryConfig config,
            @ConfigProperty(name = "quarkus.application.name", defaultValue = "") String application) {
        Set<Role> roles = config.roles().orElseGet(() -> roleNamed(application));
        EtcdDiscovery discovery = new EtcdDiscovery(config, roles, () -> Quarkus.asyncExit(1));
        discovery.begin();
        return discovery;
    }

    private static Set<Role> roleNamed(String application) {
        String service =
                application.startsWith("guildhall-") ? application.substring("guildhall-".length()) : application;
        String name = service.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    void close(@Disposes Discovery discovery) {
        if (discovery instanceof EtcdDiscovery etcd) {
            etcd.close();
        }
    }
}
