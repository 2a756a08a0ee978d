package io.guildhall.gateway.connection;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.cluster.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where clients resume: the public address of the gateway when one is set, so that a client whose node is gone reaches
 * another, else this node's own.
 */
@ApplicationScoped
public class ResumeAddress {
    private final Discovery discovery;
    private final Optional<String> configured;

    public ResumeAddress(
            Discovery discovery, @ConfigProperty(name = "guildhall.public.gateway-url") Optional<String> configured) {
        this.discovery = discovery;
        this.configured = configured;
    }

    /** Without a query. */
    String url() {
        return configured
                .filter(url -> !url.isBlank())
                .orElseGet(() -> discovery.self(Role.GATEWAY).publicUrl());
    }
}
