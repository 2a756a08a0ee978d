package io.guildhall.standalone;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This process is the whole cluster. */
@ApplicationScoped
public class OneProcess {
    @Produces
    @ApplicationScoped
    Discovery discovery(@ConfigProperty(name = "guildhall.public.gateway-url") String gateway) {
        return StaticDiscovery.oneProcess(gateway);
    }
}
