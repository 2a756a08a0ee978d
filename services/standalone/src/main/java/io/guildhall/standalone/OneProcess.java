package io.guildhall.standalone;

import io.guildhall.discovery.StaticDiscovery;
import io.guildhall.model.cluster.Discovery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This process is the whole cluster. */
@ApplicationScoped
public class OneProcess {
    @Produces
    @ApplicationScoped
    Discovery discovery(
            @ConfigProperty(name = "guildhall.public.gateway-url") String gateway,
            @ConfigProperty(name = "guildhall.voice.endpoint") Optional<String> voice) {
        return StaticDiscovery.oneProcess(gateway, voice.orElse(""));
    }
}
